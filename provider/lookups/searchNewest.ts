import type { Evidence } from "../core/evidence.ts";
import { goodRows } from "../core/goodRows.ts";
import type { JudgeRow, Operation } from "../core/operation.ts";
import { LATEST_ENTRY_MS } from "../core/startPass.ts";
import { CLOCK_MARGIN } from "../core/time.ts";
import { newestOfEachId } from "./newestOfEachId.ts";
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
export const WINDOW_MARGIN = LATEST_ENTRY_MS;

/** The first look is short, because the newest backup is nearly always a young one. */
const STEPS = [3 * DAY, 10 * DAY];

/** Evidence, and where it comes from. */
export interface Located extends Evidence {
  readonly region: string;
  /** What answered: see `Endpoint.place`. */
  readonly place: string;
}

/** What is searched for, and how far back. */
interface SearchOptions {
  readonly target: Target;
  readonly judge: JudgeRow;
  /** How many good rows the caller needs; the search widens until it has them. */
  readonly needed: number;
  readonly lookback: number;
}

/** Judges the newest rows, in a range that widens until enough good ones are there or `lookback` is reached. */
export async function searchNewest(lookup: Lookup, operation: Operation, options: SearchOptions): Promise<Located> {
  const { window } = operation.times;
  const windowEnd = lookup.client.now();
  if (window === undefined) return await readAndJudge(lookup, operation, options, { windowEnd });
  const longestReach = Math.min(options.lookback, window.retentionMs);
  // Where no time is sent every reading is of everything, and one is enough.
  const steps = Number.isFinite(options.needed) && window.write ? STEPS.filter((step) => step < longestReach) : [];
  for (const reachMs of steps) {
    const evidence = await readAndJudge(lookup, operation, options, { windowEnd, reachMs });
    if (evidence.good.length >= options.needed) return evidence;
  }
  return await readAndJudge(lookup, operation, options, { windowEnd, reachMs: longestReach });
}

/** The end of the search window, and how far before it the window begins. */
interface SearchWindow {
  readonly windowEnd: number;
  readonly reachMs?: number;
}

async function readAndJudge(
  lookup: Lookup,
  operation: Operation,
  { target, judge }: SearchOptions,
  { windowEnd, reachMs }: SearchWindow,
): Promise<Located> {
  const since = reachMs === undefined ? undefined : windowEnd - reachMs;
  const oldest = windowEnd - (operation.times.window?.retentionMs ?? 0);
  const range =
    since === undefined ? undefined : { from: Math.max(since - WINDOW_MARGIN, oldest), to: windowEnd + CLOCK_MARGIN };
  const { rows, now, region, place } = await readRows(lookup, operation, target, range);
  const judged = newestOfEachId(operation, rows, now)
    // A row whose time cannot be read stays, and the reason against it: it must not look as if it were not there.
    .filter(({ orderTime }) => since === undefined || orderTime === undefined || orderTime.at >= since)
    .map((row) => ({ row, reasons: judge(row, now) }));
  return { rows: judged, good: goodRows(judged), now, since, region, place };
}
