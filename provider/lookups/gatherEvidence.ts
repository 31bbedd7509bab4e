import type { JudgedRow } from "../core/evidence.ts";
import { goodRows } from "../core/goodRows.ts";
import type { Operation } from "../core/operation.ts";
import { findById } from "./findById.ts";
import type { Query } from "./query.ts";
import { readRows } from "./readRows.ts";
import type { Located } from "./searchNewest.ts";
import { DEFAULT_LOOKBACK, searchNewest } from "./searchNewest.ts";
import type { Session } from "./session.ts";
import { readTarget, withValue } from "./target.ts";
import { wholeRetention } from "./timeRange.ts";

/** All that a verdict rests on: the rows, judged, and what else the operation's rules look at. */
export async function gatherEvidence(session: Session, operation: Operation, query: Query): Promise<Located> {
  const { target, judgement, search, hadRow } = query;
  const [subject] = operation.question.subject;
  if (search.pin !== undefined) return await readPinned(session, operation, query, search.pin);
  return await judgement.gather({
    values: target.values,
    readRows: () => readNewest(session, operation, query),
    hasNoRow: () => hasNoRow(session, operation, query),
    hadRow: hadRow(target.values[subject] ?? ""),
    readOther: (other) => readOther(session, other, query),
  });
}

async function readNewest(session: Session, operation: Operation, query: Query): Promise<Located> {
  const { target, judgement, id, search } = query;
  const { lookback = DEFAULT_LOOKBACK, maxAge = 0 } = search;
  // Search at least as far back as maxAge; a named task has no limit.
  const reach = id === undefined ? Math.max(lookback, maxAge) : Number.POSITIVE_INFINITY;
  const scope = { target, judge: judgement.row, needed: judgement.rowsNeeded, lookback: reach };
  const located = await searchNewest(session, operation, scope);
  return { ...located, countedSince: located.now - lookback };
}

async function readPinned(
  session: Session,
  operation: Operation,
  { target, judgement }: Query,
  pin: string,
): Promise<Located> {
  const { row, region, place, now } = await findById(
    session,
    operation,
    withValue(target, operation.identity.field, pin),
  );
  const rows = row ? [{ row, reasons: judgement.row(row, now) }] : [];
  return { rows, good: goodRows(rows), now, since: undefined, region, place };
}

/** Empty is believed with a total of 0 only: see `readRows`. */
async function hasNoRow(session: Session, operation: Operation, { target }: Query): Promise<boolean> {
  const [subject] = operation.question.subject;
  const instance = target.values[subject];
  const { rows } = await readRows(
    session,
    operation,
    { region: target.region, values: instance === undefined ? {} : { [subject]: instance } },
    wholeRetention(operation, session.host.now()),
  );
  return rows.length === 0;
}

async function readOther(session: Session, operation: Operation, { target }: Query): Promise<readonly JudgedRow[]> {
  const { rows } = await searchNewest(session, operation, {
    target: { ...readTarget(operation, target.values), region: target.region },
    judge: operation.judge({}).row,
    needed: Number.POSITIVE_INFINITY,
    lookback: Number.POSITIVE_INFINITY,
  });
  return rows;
}
