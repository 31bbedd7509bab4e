import { describeDuration, formatTime } from "../../core/time.ts";
import type { Assessment } from "../evaluate.ts";
import type { Session } from "../session.ts";

interface Waiting {
  readonly look: () => Promise<Assessment>;
  readonly limitMs: number;
  /** Whether this answer ends the wait although it is not a pass. */
  readonly isOver: (assessment: Assessment, began: number) => boolean;
  /** A line that replaces the one before. */
  readonly status: (line: string) => void;
}

interface Seen {
  readonly state: string;
  readonly from: number;
}

const FIRST_INTERVAL_MS = 5_000;
const LONGEST_INTERVAL_MS = 60_000;
const MOST_STATES = 6;

/** How a wait ended, and what was seen in it, for the report. */
export interface Waited {
  readonly last: Assessment;
  readonly history: string;
}

/** Looks again and again, at growing intervals, until it passes, cannot pass any more, or the time is over. */
export async function waitForPass(
  { host, signal }: Pick<Session, "host" | "signal">,
  first: Assessment,
  waiting: Waiting,
): Promise<Waited> {
  const { look, limitMs, isOver, status } = waiting;
  const began = host.now();
  const seen: Seen[] = [];
  let last = first;
  let interval = FIRST_INTERVAL_MS;
  for (let looks = 1; ; looks++) {
    const waitedMs = host.now() - began;
    const state = stateOf(last);
    if (!sameState(seen.at(-1)?.state, state)) seen.push({ state, from: host.now() });
    const left = limitMs - waitedMs;
    if (last.verdict === "pass" || left <= 0 || isOver(last, began)) {
      return { last, history: describeWait(looks, waitedMs, seen) };
    }
    const pause = Math.min(interval, left);
    status(`look ${looks}, ${describeDuration(waitedMs)}, ${state}, next look in ${describeDuration(pause)}`);
    await host.sleep(pause, signal);
    interval = Math.min(interval * 2, LONGEST_INTERVAL_MS);
    last = await look();
  }
}

/** What is missing, in one line: of many instances or conditions, the first and how many more. */
function stateOf({ reasons: [first, ...more] }: Assessment): string {
  if (first === undefined) return "passed";
  return more.length === 0 ? first.message : `${first.message}, and ${more.length} more`;
}

/** An age that grows from look to look is not another state. */
function sameState(a: string | undefined, b: string): boolean {
  return a !== undefined && withoutAges(a) === withoutAges(b);
}

function withoutAges(state: string): string {
  return state.replace(/\b\d+(?:ms|[dhms])\b(?: \d+(?:ms|[dhms])\b)*/g, "#");
}

function describeWait(looks: number, waitedMs: number, seen: readonly Seen[]): string {
  const states = seen
    .slice(-MOST_STATES)
    .map(({ state, from }) => `${state} (from ${formatTime(Math.floor(from / 1000) * 1000)})`);
  return `waited ${describeDuration(waitedMs)} in ${looks} ${looks === 1 ? "look" : "looks"}; seen: ${states.join("; ")}`;
}
