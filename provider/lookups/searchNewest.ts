import type { Evidence } from "../core/evidence.ts";
import { goodRows } from "../core/goodRows.ts";
import type { JudgeRows, Operation } from "../core/operation.ts";
import type { Row } from "../core/row.ts";
import { MAX_LIST_ENTRY_DELAY_MS } from "../core/startPass.ts";
import { LOCAL_CLOCK_TOLERANCE } from "../core/time.ts";
import { possibleNewestOfEachId } from "./possibleNewestOfEachId.ts";
import { readRows } from "./readRows.ts";
import type { Lookup } from "./runLookup.ts";
import type { Target } from "./target.ts";

const DAY = 86_400_000;

/** The documented default of `lookback`. */
export const DEFAULT_LOOKBACK = 32 * DAY;

/**
 * It is not known whether the service cuts by the start or by the end of a backup, so a row's time may lie up to a
 * backup's length outside the requested range. Asking for this much more on each side makes the answer whole.
 */
export const WINDOW_MARGIN_EACH_SIDE_MS = MAX_LIST_ENTRY_DELAY_MS;

/** The first look is short, because the newest backup is nearly always a young one. */
const STEPS = [3 * DAY, 10 * DAY];

/** Where a row rests on older ones that lie before the window: a week's, mostly. */
const FURTHER = 10 * DAY;

/** Evidence, and where it comes from. */
export interface EvidenceWithPlace extends Evidence {
  readonly region: string;
  /** What answered: see `Endpoint.regionOrUrl`. */
  readonly regionOrUrl: string;
}

/** What is searched for, and how far back. */
interface SearchOptions {
  readonly target: Target;
  readonly judge: JudgeRows;
  /** How many good rows the caller needs; the search widens until it has them. */
  readonly needed: number;
  readonly lookback: number;
}

/**
 * Judges the newest rows, in a range that widens until enough good ones are there or `lookback` is reached. What such a row
 * rests on may lie before that: then the range widens further, and what is found there counts for nothing else.
 */
export async function searchNewest(
  lookup: Lookup,
  operation: Operation,
  options: SearchOptions,
): Promise<EvidenceWithPlace> {
  const { needed, lookback } = options;
  const { window } = operation.times;
  const windowEnd = lookup.client.serviceTime();
  if (window === undefined) return (await readAndJudge(lookup, operation, options, { windowEnd })).evidence;
  const longestReach = Math.min(lookback, window.retentionMs);
  // Where no time is sent every reading is of everything, and one is enough.
  const steps = Number.isFinite(needed) && window.write ? STEPS.filter((step) => step < longestReach) : [];
  for (const reachMs of [...steps, ...searchReaches(longestReach, window.retentionMs)]) {
    const candidatesMs = Math.min(reachMs, longestReach);
    const searchWindow = { windowEnd, reachMs, candidatesMs };
    const { evidence, needOlder } = await readAndJudge(lookup, operation, options, searchWindow);
    const isEnough = evidence.good.length >= needed || reachMs >= longestReach;
    if (isEnough && !mayChange(evidence, needed, needOlder)) return evidence;
  }
  throw new Error(`${operation.api.action}: nothing was read as far back as the service remembers.`);
}

/** From the first one on, each with more rows than the one before, the last with all that the service remembers. */
export function* searchReaches(firstMs: number, retentionMs: number): Generator<number, void, void> {
  yield Math.min(firstMs, retentionMs);
  for (let reachMs = firstMs + FURTHER; reachMs < retentionMs; reachMs *= 3) yield reachMs;
  if (firstMs < retentionMs) yield retentionMs;
}

/** Whether a row that only older ones can settle comes before the last good one that is needed. */
function mayChange({ rows, good }: EvidenceWithPlace, needed: number, needOlder: ReadonlySet<Row>): boolean {
  const last = good[needed - 1];
  const end = last === undefined ? rows.length : rows.findIndex(({ row }) => row === last);
  return rows.slice(0, end).some(({ row }) => needOlder.has(row));
}

/** The end of the search window, and how far before it the window begins. */
interface SearchWindow {
  readonly windowEnd: number;
  /** Undefined where a list is not cut by time. */
  readonly reachMs?: number;
  /** How far back a row counts as evidence: what is older is read for what rests on it alone. Default: all that is read. */
  readonly candidatesMs?: number;
}

/** Reads the window, and judges its rows together. */
export async function readAndJudge(
  lookup: Lookup,
  operation: Operation,
  { target, judge }: Pick<SearchOptions, "target" | "judge">,
  { windowEnd, reachMs, candidatesMs = reachMs }: SearchWindow,
): Promise<{ readonly evidence: EvidenceWithPlace; readonly needOlder: ReadonlySet<Row> }> {
  const retentionMs = operation.times.window?.retentionMs ?? 0;
  const from = reachMs === undefined ? undefined : windowEnd - reachMs;
  const searchStart = candidatesMs === undefined ? undefined : windowEnd - candidatesMs;
  const range =
    from === undefined
      ? undefined
      : {
          from: Math.max(from - WINDOW_MARGIN_EACH_SIDE_MS, windowEnd - retentionMs),
          to: windowEnd + LOCAL_CLOCK_TOLERANCE,
        };
  const { rows, now, region, regionOrUrl } = await readRows(lookup, operation, target, range);
  // A row whose time cannot be read stays, and the reason against it: it must not look as if it were not there.
  const isWithin = ({ orderTime }: Row, start: number | undefined) =>
    start === undefined || orderTime === undefined || orderTime.at >= start;
  const read = possibleNewestOfEachId(operation, rows, now).filter((row) => isWithin(row, from));
  const isWhole = reachMs === undefined || reachMs >= retentionMs;
  const { rows: all, needOlder } = judge(read, { now, isWhole });
  const judged = all.filter(({ row }) => isWithin(row, searchStart));
  return { evidence: { rows: judged, good: goodRows(judged), now, searchStart, region, regionOrUrl }, needOlder };
}
