import { CancelledError } from "../core/errors/CancelledError.ts";
import { describeDuration } from "../core/time.ts";
import type { Assessment } from "../lookups/evaluate.ts";
import type { Session } from "../lookups/session.ts";
import type { WaitEnd } from "./waitEnd.ts";
import { WaitHistory } from "./waitHistory.ts";

interface WaitOptions {
  /** Asks the service again. */
  readonly poll: () => Promise<Assessment>;
  readonly limitMs: number;
  /** What has failed since then, where that ends the wait. */
  readonly failureSince: (assessment: Assessment, since: number) => string | undefined;
  /** Shows a line that replaces the one before. */
  readonly status: (line: string) => void;
}

/** How a wait ended, with the last answer, and what was seen in it. */
export interface Wait {
  readonly end: WaitEnd;
  readonly last: Assessment;
  readonly history: string;
}

const FIRST_INTERVAL_MS = 5_000;
const LONGEST_INTERVAL_MS = 60_000;

/** Asks again and again, at growing intervals, until it passes, cannot pass any more, or the time is over. */
export async function waitForPass(
  { host, signal }: Pick<Session, "host" | "signal">,
  first: Assessment,
  { poll, limitMs, failureSince, status }: WaitOptions,
): Promise<Wait> {
  const began = host.now();
  const history = new WaitHistory();
  let last = first;
  let interval = FIRST_INTERVAL_MS;
  let isLastPoll = false;
  for (let polls = 1; ; polls++) {
    const waitedMs = host.now() - began;
    const state = stateOf(last);
    history.add(state, host.now());
    const left: number = isLastPoll ? 0 : limitMs - waitedMs;
    const end = endOf(last, failureSince(last, began), left);
    if (end !== undefined) return { end, last, history: history.describe(polls, waitedMs) };
    const pause = Math.min(interval, left);
    // A timer may end a moment early: the poll at the end of the time is the last one all the same.
    isLastPoll = pause === left;
    status(`look ${polls}, ${describeDuration(waitedMs)}, ${state}, next look in ${describeDuration(pause)}`);
    interval = Math.min(interval * 2, LONGEST_INTERVAL_MS);
    try {
      await host.sleep(pause, signal);
      last = await poll();
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      return { end: { kind: "cancelled" }, last, history: history.describe(polls, host.now() - began) };
    }
  }
}

/** Why the wait is over; undefined while it goes on. A cause comes before the limit, which may be reached as well. */
function endOf({ verdict, reasons }: Assessment, failure: string | undefined, left: number): WaitEnd | undefined {
  if (verdict === "pass") return { kind: "passed" };
  const terminal = reasons.find((reason) => reason.terminal);
  if (terminal !== undefined) return { kind: "terminal", reason: terminal.message };
  if (failure !== undefined) return { kind: "failedMeanwhile", failure };
  return left <= 0 ? { kind: "timedOut" } : undefined;
}

/** What is missing, in one line: of many instances or conditions, the first and how many more. */
function stateOf({ reasons: [first, ...more] }: Assessment): string {
  if (first === undefined) return "passed";
  return more.length === 0 ? first.message : `${first.message}, and ${more.length} more`;
}
