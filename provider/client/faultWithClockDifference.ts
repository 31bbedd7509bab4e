import { describeDuration } from "../core/time.ts";
import type { Fault } from "./fault.ts";
import type { ServiceClock } from "./ServiceClock.ts";

/** A refusal of the time in a request, with what the service's own time says about the clock of this machine. */
export function faultWithClockDifference(fault: Fault, clock: ServiceClock): Fault {
  if (fault.serviceTime === undefined) return fault;
  const behindMs = clock.localBehindMs(fault.serviceTime);
  const off = describeDuration(Math.abs(behindMs));
  const size = `this machine's clock is ${off} ${behindMs < 0 ? "ahead of" : "behind"} the service's`;
  const remedy = `set the clock: ${size}, and a signature is valid for 15 minutes only`;
  return { ...fault, what: `${fault.what.replace(/[.\s]+$/, "")} (${size}).`, remedy };
}
