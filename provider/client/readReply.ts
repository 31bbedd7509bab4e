import type { ErrorCodes } from "../core/apiAction.ts";
import { isJsonObject, type JsonObject } from "../core/json.ts";
import { redactToShortLine } from "../core/redactToShortLine.ts";
import type { Fault } from "./fault.ts";
import type { HttpReply } from "./http/exchange.ts";
import { interpretReply } from "./interpretReply.ts";
import { parseReply } from "./parseReply.ts";
import { readRetryAfterMs } from "./readRetryAfterMs.ts";
import { readXmlError } from "./readXmlError.ts";
import { refusalKind } from "./refusalKind.ts";
import type { ServiceReply } from "./serviceReply.ts";

/** How much of a page that is no JSON is shown. */
const MAX_PAGE = 100;

/** @throws ReplyError when the reply is nothing that can be read at all. */
export function readReply(raw: HttpReply, ownCodes: readonly ErrorCodes[]): ServiceReply | Fault {
  const { status, headers, text } = raw;
  const body = readBody(text);
  if (body === undefined) return notAnObject(raw);
  // Some gateways write the keys of an error small.
  const requestId = [body.RequestId, body.requestId].find((id) => typeof id === "string");
  const meaning = interpretReply(body, status);
  if (!meaning.ok) {
    const { code, message } = meaning;
    const kind = refusalKind({ code, status, message }, ownCodes);
    // Any other message is kept unchanged: the kind of the fault is read from it. It is redacted before it is shown.
    const detail = code === "SignatureDoesNotMatch" ? "the signature does not match" : message.trim() || "no message";
    const what = `${code}: ${detail}`;
    return { kind, what, code, status, requestId, ...timesIn(headers) };
  }
  return {
    body,
    serviceTime: serviceTime(headers),
    status,
    requestId,
    codeDespiteSuccess: meaning.codeDespiteSuccess,
    textLength: text.length,
  };
}

/** A gateway that does not understand a request answers in XML, whatever format the request asks for. */
function readBody(text: string): JsonObject | undefined {
  const body = parseReply(text) ?? readXmlError(text);
  return isJsonObject(body) ? body : undefined;
}

/** For example the HTML page of a gateway on the way: then only the status says what happened. */
function notAnObject({ status, headers, text }: HttpReply): Fault {
  const beginning = redactToShortLine(text, MAX_PAGE);
  const what = `the reply is not a JSON object${beginning === "" ? ": it is empty" : ` but begins with: ${beginning}`}`;
  const mayPass = status === 429 || status >= 500;
  const kind = mayPass ? refusalKind({ code: `HTTP ${status}`, status, message: "" }) : "protocol";
  return { kind, what: /[.!?]$/.test(what) ? what : `${what}.`, status, ...timesIn(headers) };
}

function timesIn(headers: HttpReply["headers"]): Pick<Fault, "retryAfterMs" | "serviceTime"> {
  return { retryAfterMs: readRetryAfterMs(headers), serviceTime: serviceTime(headers) };
}

function serviceTime(headers: HttpReply["headers"]): number | undefined {
  const at = Date.parse(String(headers.date));
  return Number.isNaN(at) ? undefined : at;
}
