import type { Fault } from "../fault.ts";
import { clampRetryAfter } from "../retry/retryPause.ts";
import type { ServiceReply } from "../serviceReply.ts";
import type { TurnResult } from "./TurnQueue.ts";

/** What the outcome of an attempt says about the rate of sending. */
export function turnResult(outcome: ServiceReply | Fault | undefined): TurnResult {
  if (outcome === undefined) return { kind: "failed" };
  if ("body" in outcome) return { kind: "accepted" };
  const { kind, retryAfterMs } = outcome;
  if (kind === "throttled") return { kind: "throttled", pauseMs: clampRetryAfter(retryAfterMs) };
  // A refusal of anything else in the request is an answer all the same.
  return { kind: kind === "network" || kind === "server" || kind === "protocol" ? "failed" : "accepted" };
}
