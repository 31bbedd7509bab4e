import { RestartWithServiceTimeError } from "../client/RestartWithServiceTimeError.ts";
import type { LookupBounds } from "../client/retry/LookupBounds.ts";
import type { Session } from "./session.ts";

/** A session during one question about one instance. */
export interface Lookup extends Session {
  readonly bounds: LookupBounds;
}

/**
 * Looks something up within the bounds of one lookup; and once more from the start when the first requests have shown
 * that the local clock is wrong, as the times that were asked for were wrong, too.
 */
export async function runLookup<Result>(session: Session, work: (lookup: Lookup) => Promise<Result>): Promise<Result> {
  const lookup = { ...session, bounds: session.client.startLookup(session.limits) };
  try {
    return await work(lookup);
  } catch (error) {
    if (!(error instanceof RestartWithServiceTimeError)) throw error;
    // Of a reading that it shared, another lookup may have been told first.
    lookup.bounds.mayRestartWithServiceTime = false;
    return await work(lookup);
  }
}
