import { CancelledError } from "../core/errors/CancelledError.ts";
import { describeDuration } from "../core/time.ts";
import type { Assessment } from "../lookups/evaluateOneSubject.ts";
import type { CallerLimits, Session } from "../lookups/session.ts";
import { InstanceAbsenceTimer } from "./InstanceAbsenceTimer.ts";
import type { WaitEnd } from "./waitEnd.ts";
import { WaitHistory } from "./waitHistory.ts";

interface WaitOptions {
  /** Asks the service again, within these limits. */
  readonly look: (limits: CallerLimits) => Promise<Assessment>;
  /** When the first look began, by `host.elapsed()`. */
  readonly beganAt: number;
  readonly limitMs: number;
  /** What has failed since then, where that ends the wait. */
  readonly failureSince: (assessment: Assessment, since: number) => string | undefined;
  /** Shows a line that replaces the one before. */
  readonly status: (line: string) => void;
}

/** How a wait ended, with the last answer, and what was seen in it. */
export interface WaitResult {
  readonly end: WaitEnd;
  readonly last: Assessment;
  readonly history: string;
}

const FIRST_INTERVAL_MS = 5_000;
const LONGEST_INTERVAL_MS = 60_000;
/** A look that has been failing for so long is told in the status line, and begun anew after the pause. */
const LOOK_FAILURE_MS = 5_000;
/** The same for one that is throttled, which is no trouble: there may be many that wait for their turn. */
const LOOK_MS = 30_000;
/** The last look begins when the time is over; a service that answers needs no more than this. */
const LAST_LOOK_MS = 1_000;

/** The limits of a look that begins now and ends with the wait at the latest. */
export function lookLimits(now: number, waitEndsAt: number): CallerLimits {
  return { untilElapsedMs: Math.min(now + LOOK_MS, waitEndsAt), failureMs: LOOK_FAILURE_MS };
}

/** Asks again and again, at growing intervals, until it passes, cannot pass any more, or the time is over. */
export async function waitForPass(
  { host, signal }: Pick<Session, "host" | "signal">,
  first: Assessment,
  { look, beganAt, limitMs, failureSince, status }: WaitOptions,
): Promise<WaitResult> {
  const since = host.now();
  const endsAt = beganAt + limitMs;
  const history = new WaitHistory();
  const absence = new InstanceAbsenceTimer();
  let last = first;
  let interval = FIRST_INTERVAL_MS;
  let isLastLook = false;
  for (let looks = 1; ; looks++) {
    const waitedMs = host.elapsed() - beganAt;
    const state = stateOf(last);
    history.add(state, host.now());
    const left: number = isLastLook ? 0 : limitMs - waitedMs;
    const patience = absence.patienceFor(last, host.elapsed());
    const end = endOf(last, { failure: failureSince(last, since), left, patience });
    if (end !== undefined) return { end, last, history: history.describe(looks, waitedMs) };
    const pause = Math.min(interval, left, patience.leftMs);
    // A timer may end a moment early: the look at the end of the time is the last one all the same.
    isLastLook = pause === left;
    status(`look ${looks}, ${describeDuration(waitedMs)}, ${state}, next look in ${describeDuration(pause)}`);
    interval = Math.min(interval * 2, LONGEST_INTERVAL_MS);
    try {
      await host.sleep(pause, signal);
      last = await look(lookLimits(host.elapsed(), isLastLook ? endsAt + LAST_LOOK_MS : endsAt));
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      return { end: { kind: "cancelled" }, last, history: history.describe(looks, host.elapsed() - beganAt) };
    }
  }
}

interface Present {
  readonly failure: string | undefined;
  readonly left: number;
  readonly patience: ReturnType<InstanceAbsenceTimer["patienceFor"]>;
}

/** Why the wait is over; undefined while it goes on. A cause comes before the limit, which may be reached as well. */
function endOf({ verdict, reasons }: Assessment, { failure, left, patience }: Present): WaitEnd | undefined {
  if (verdict === "pass") return { kind: "passed" };
  const terminal = reasons.find((reason) => reason.terminal);
  if (terminal !== undefined) return { kind: "terminal", reason: terminal.message };
  if (failure !== undefined) return { kind: "failedMeanwhile", failure };
  if (patience.leftMs <= 0) return { kind: "terminal", reason: patience.reason };
  return left <= 0 ? { kind: "timedOut" } : undefined;
}

/** What is missing, in one line: of many instances or conditions, the first and how many more. */
function stateOf({ reasons: [first, ...more] }: Assessment): string {
  if (first === undefined) return "passed";
  return more.length === 0 ? first.message : `${first.message}, and ${more.length} more`;
}
