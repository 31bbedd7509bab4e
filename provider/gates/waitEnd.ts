/** How a wait ended. */
export type WaitEnd =
  | { readonly kind: "passed" }
  | { readonly kind: "timedOut" }
  /** A reason that waiting cannot change. */
  | { readonly kind: "terminal"; readonly reason: string }
  /** What was waited for began during the wait, and failed: `backup 12`. */
  | { readonly kind: "failedMeanwhile"; readonly failure: string }
  | { readonly kind: "cancelled" };

/** Every end but a pass. */
export type WaitFailure = Exclude<WaitEnd, { readonly kind: "passed" }>;

/**
 * What the report says about a wait that did not end with a pass.
 *
 * @param history how long was waited, and what was seen
 */
export function describeWaitEnd(end: WaitFailure, history: string): string {
  switch (end.kind) {
    case "timedOut":
      return `Gave up: ${history}.`;
    case "terminal":
      return `The wait ended early: ${end.reason.replace(/\.$/, "")}, and waiting cannot change that; ${history}.`;
    case "failedMeanwhile":
      return `The wait ended early: ${end.failure} failed after the wait had begun; ${history}.`;
    case "cancelled":
      return `The wait was cancelled: ${history}.`;
  }
}
