import type { Operation } from "../core/operation.ts";
import { LOCAL_CLOCK_TOLERANCE } from "../core/time.ts";

/** From and to, in milliseconds since 1970; both ends belong to it. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** All that the service remembers; undefined where a list is not cut by time. */
export function retentionRange({ times: { window } }: Operation, now: number): TimeRange | undefined {
  return window && { from: now - window.retentionMs, to: now + LOCAL_CLOCK_TOLERANCE };
}
