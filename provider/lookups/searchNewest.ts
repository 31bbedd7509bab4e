import type { Evidence } from "../core/evidence.ts";
import type { JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import { CLOCK_MARGIN } from "../core/time.ts";
import { newestOfEachId } from "./newestOfEachId.ts";
import { readRows } from "./readRows.ts";
import type { Session } from "./session.ts";
import { subjectOf } from "./subjectOf.ts";

const DAY = 86_400_000;

/** The documented default of `lookback`. */
export const USUAL_LOOKBACK = 32 * DAY;

/**
 * It is not known whether the service cuts by the start or by the end of a backup, so a row's time may lie up to a
 * backup's length outside the requested range. Asking for this much more on each side makes the answer whole.
 */
export const WINDOW_MARGIN = DAY;

/** The first look is short, because the newest backup is nearly always a young one. */
const STEPS = [3 * DAY, 10 * DAY];

/** Evidence, and where it comes from. */
export interface Located extends Evidence {
  readonly region: string;
  /** What answered: see `Endpoint.place`. */
  readonly place: string;
}

interface Search {
  /** How many good rows the caller needs; the search widens until it has them. */
  readonly needed: number;
  readonly lookback: number;
}

/** Judges the newest rows, in a range that widens until enough good ones are found or `lookback` is reached. */
export async function searchNewest(
  session: Session,
  operation: Operation,
  given: JsonObject,
  { needed, lookback }: Search,
): Promise<Located> {
  const frozen = session.host.now();
  if (operation.window === undefined) return look(session, operation, given, frozen, undefined);
  const furthest = Math.min(lookback, operation.window.reach);
  // Where no time is sent every reading is of everything, and one is enough.
  const steps = Number.isFinite(needed) && operation.window.write ? STEPS.filter((step) => step < furthest) : [];
  for (const back of steps) {
    const evidence = await look(session, operation, given, frozen, back);
    if (evidence.good.length >= needed) return evidence;
  }
  return look(session, operation, given, frozen, furthest);
}

async function look(
  session: Session,
  operation: Operation,
  given: JsonObject,
  frozen: number,
  back: number | undefined,
): Promise<Located> {
  const since = back === undefined ? undefined : frozen - back;
  const reach = operation.window?.reach ?? 0;
  const range =
    since === undefined
      ? undefined
      : { from: Math.max(since - WINDOW_MARGIN, frozen - reach), to: frozen + CLOCK_MARGIN };
  const { rows, now, region, place } = await readRows(session, operation, subjectOf(operation, given), range);
  const judged = newestOfEachId(operation, rows, now)
    // A row whose time cannot be read stays, and its objection with it: it must not look as if it were not there.
    .filter((row) => since === undefined || row.dated === undefined || row.dated.at >= since)
    .map((row) => ({ row, objections: row.objections(given, now) }));
  const good = judged.filter(({ objections }) => objections.length === 0).map(({ row }) => row);
  return { rows: judged, good, now, since, region, place };
}
