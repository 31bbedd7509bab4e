import type { Endpoint } from "../client/findEndpoint.ts";
import { ReplyError } from "../core/errors/ReplyError.ts";
import { redactToShortLine } from "../core/redactToShortLine.ts";

interface ReplyOrigin {
  /** `rm-prod (cn-hangzhou)`. */
  readonly name: string;
  readonly endpoint: Endpoint;
  /** Of the last reply. */
  readonly requestId: string | undefined;
}

const MAX_MESSAGE = 400;
const MAX_REQUEST_ID = 100;

const USUAL_REMEDY = "run again; if it persists, give the RequestId to Alibaba Cloud";

/** The error as a user reads it: what happened, stands alone; where, for a support ticket; what to do. */
export function replyErrorWithOrigin(error: ReplyError, { name, endpoint, requestId }: ReplyOrigin): ReplyError {
  const where = [requestId && `RequestId ${redactToShortLine(requestId, MAX_REQUEST_ID)}`, `endpoint ${endpoint.url}`];
  const { message, remedy = USUAL_REMEDY } = error;
  const text = [
    `${name}: ${redactToShortLine(message, MAX_MESSAGE)}`,
    `  ${where.filter((part) => typeof part === "string").join(", ")}`,
    `  What to do: ${remedy}.`,
  ].join("\n");
  return new ReplyError(text, remedy);
}
