import type { ErrorCodes } from "../core/api.ts";
import { isJsonObject } from "../core/json.ts";
import { toPlain } from "../core/toPlain.ts";
import { errorKind } from "./errorKind.ts";
import type { Fault } from "./fault.ts";
import { interpretReply } from "./interpretReply.ts";
import type { RawReply } from "./popTransport.ts";
import type { ServiceReply } from "./reply.ts";

/** @throws ReplyError when the reply is nothing that can be read at all. */
export function readReply(raw: RawReply, ownCodes: readonly ErrorCodes[]): ServiceReply | Fault {
  const { status, headers } = raw;
  const body = raw.body === undefined ? undefined : toPlain(raw.body);
  if (!isJsonObject(body)) return notAnObject(raw);
  const requestId = typeof body.RequestId === "string" ? body.RequestId : undefined;
  const meaning = interpretReply(body, status);
  if (!meaning.ok) {
    const { code, message } = meaning;
    const kind = errorKind({ code, status, message }, ownCodes);
    // Any other message is kept unchanged: the kind of the fault is read from it. It is redacted before it is shown.
    const detail = code === "SignatureDoesNotMatch" ? "the signature does not match" : message.trim() || "no message";
    const what = `${code}: ${detail}`;
    return { kind, what, code, status, requestId, retryAfterMs: retryAfter(headers) };
  }
  return { body, now: serviceTime(headers), requestId, doubt: meaning.doubt };
}

/** For example the HTML page of a gateway on the way: then only the status says what happened. */
function notAnObject({ status, headers }: RawReply): Fault {
  const what = "the reply is not a JSON object.";
  const mayPass = status === 429 || (status ?? 0) >= 500;
  const kind = mayPass ? errorKind({ code: `HTTP ${status}`, status, message: "" }) : "protocol";
  return { kind, what, status, retryAfterMs: retryAfter(headers) };
}

function retryAfter(headers: RawReply["headers"]): number | undefined {
  const ms = Number(headers["x-acs-retry-after"]);
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

function serviceTime(headers: RawReply["headers"]): number | undefined {
  const at = Date.parse(String(headers.date));
  return Number.isNaN(at) ? undefined : at;
}
