import { describeDuration } from "../core/time.ts";
import type { Assessment } from "../lookups/evaluateOneSubject.ts";

interface Patience {
  readonly leftMs: number;
  /** What to say when none is left. */
  readonly reason: string;
}

const ENDLESS: Patience = { leftMs: Number.POSITIVE_INFINITY, reason: "" };

/**
 * How long a wait goes on for an instance that the service does not know: one that was made a moment ago is known a
 * little later, and one whose name is wrong never is.
 */
export class InstanceAbsenceTimer {
  #since: number | undefined;

  /** Takes the answers in their order. Any other answer in between begins it anew. */
  patienceFor({ reasons }: Assessment, now: number): Patience {
    const absent = reasons.find(({ patienceMs }) => patienceMs !== undefined);
    if (absent?.patienceMs === undefined) {
      this.#since = undefined;
      return ENDLESS;
    }
    this.#since ??= now;
    const leftMs = this.#since + absent.patienceMs - now;
    const forSoLong = `, for ${describeDuration(absent.patienceMs)} already`;
    return { leftMs, reason: `${absent.message.replace(/\.$/, "")}${forSoLong}` };
  }
}
