import type { ReplyError } from "../core/errors/ReplyError.ts";
import type { Fault } from "./fault.ts";

/** A reply that came, and is no answer to what was asked. */
export function replyFault(
  { message, remedy }: ReplyError,
  { status, requestId }: Pick<Fault, "status" | "requestId">,
): Fault {
  return { kind: "protocol", what: message, status, requestId, remedy };
}
