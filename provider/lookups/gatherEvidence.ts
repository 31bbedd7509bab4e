import type { JudgedRow } from "../core/evidence.ts";
import type { JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import { findById } from "./one.ts";
import type { Located } from "./searchNewest.ts";
import { searchNewest, USUAL_LOOKBACK } from "./searchNewest.ts";
import type { Session } from "./session.ts";

/** How far an answer must reach. */
export interface Depth {
  readonly lookback?: number | undefined;
  readonly maxAge?: number | undefined;
  /** The one row that is meant, wherever it is. */
  readonly pin?: string | undefined;
}

/** All that a verdict rests on: the rows, judged, and the companion's row where the operation has one. */
export async function gatherEvidence(
  session: Session,
  operation: Operation,
  given: JsonObject,
  { lookback, maxAge, pin }: Depth,
): Promise<Located> {
  if (pin !== undefined) return lookAtPinned(session, operation, given, pin);
  // An age that is allowed must also be looked for, and a task that is named wherever it is.
  const named = given[operation.identity] !== undefined;
  const depth = named ? Number.POSITIVE_INFINITY : Math.max(lookback ?? USUAL_LOOKBACK, maxAge ?? 0);
  const search = { needed: operation.goodRowsNeeded(given), lookback: depth };
  // The companion first: a file that is added after a task was seen to have succeeded cannot be missed then.
  const companion = await readCompanion(session, operation, given);
  const located = await searchNewest(session, operation, given, search);
  return { ...located, companion, countedSince: located.now - (lookback ?? USUAL_LOOKBACK) };
}

async function lookAtPinned(session: Session, operation: Operation, given: JsonObject, pin: string): Promise<Located> {
  const { row, region, place, now } = await findById(session, operation, { ...given, [operation.identity]: pin });
  const rows = row ? [{ row, objections: row.objections(given, now) }] : [];
  const good = rows.filter(({ objections }) => objections.length === 0).map((each) => each.row);
  return { rows, good, now, since: undefined, region, place };
}

async function readCompanion(
  session: Session,
  { companion }: Operation,
  given: JsonObject,
): Promise<readonly JudgedRow[] | undefined> {
  if (companion === undefined || given[companion.unless] !== undefined) return undefined;
  const everything = { needed: Number.POSITIVE_INFINITY, lookback: Number.POSITIVE_INFINITY };
  const { rows } = await searchNewest(session, companion.operation, given, everything);
  return rows.filter(({ row }) => row.id === given[companion.idFrom]);
}
