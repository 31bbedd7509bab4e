import { CallError } from "../core/errors/CallError.ts";
import { redact } from "../core/redact.ts";
import { redactToShortLine } from "../core/redactToShortLine.ts";
import { describeFailure, type FailedCall } from "./describeFailure.ts";
import type { Fault } from "./fault.ts";

const MAX_MESSAGE = 400;

/** The error of a call that was given up, for its last fault. */
export function callError(call: FailedCall, fault: Fault): CallError {
  const { kind, code, status, requestId, retryAfterMs, mayPassLater } = fault;
  const what = redactToShortLine(fault.what, MAX_MESSAGE);
  const text = redact(describeFailure({ ...call, ...fault, what }));
  return new CallError(text, { kind, code, status, requestId, retryAfterMs, mayPassLater });
}
