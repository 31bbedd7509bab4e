import { ReplyError } from "../core/errors/ReplyError.ts";
import type { ServiceErrorKind } from "../core/errors/ServiceError.ts";
import type { JsonObject } from "../core/json.ts";
import { isJsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import type { Page, PagePosition } from "../core/readPage.ts";
import { readPage } from "../core/readPage.ts";
import { show } from "../core/show.ts";
import { toPlain } from "../core/toPlain.ts";
import { errorKind } from "./errorKind.ts";
import { interpretReply } from "./interpretReply.ts";
import type { RawReply } from "./popTransport.ts";

/** A page, the service's time from the Date header, and the RequestId, which Alibaba Cloud's support asks for. */
export interface DatedPage extends Page {
  readonly now: number | undefined;
  readonly requestId: string | undefined;
}

/** One attempt that brought no page. */
export interface Fault {
  readonly kind: ServiceErrorKind;
  readonly what: string;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Replaces the remedy that all faults of this kind have. */
  readonly remedy?: string | undefined;
  /** The server that was contacted, when it was not the endpoint. */
  readonly address?: string | undefined;
}

/** @throws ReplyError when the reply is nothing that can be read at all. */
export function readReply(operation: Operation, raw: RawReply, position: PagePosition): DatedPage | Fault {
  const { status, headers } = raw;
  const body = raw.body === undefined ? undefined : toPlain(raw.body);
  if (!isJsonObject(body)) return notAnObject(raw);
  const requestId = typeof body.RequestId === "string" ? body.RequestId : undefined;
  const meaning = interpretReply(body, status);
  if (!meaning.ok) {
    const { code, message } = meaning;
    const kind = errorKind({ code, status, message }, operation.api.errorCodes);
    // Any other message is kept unchanged: the kind of the fault is read from it. It is redacted before it is shown.
    const detail = code === "SignatureDoesNotMatch" ? "the signature does not match" : message.trim() || "no message";
    const what = `${code}: ${detail}`;
    return { kind, what, code, status, requestId, retryAfterMs: retryAfter(headers) };
  }
  const page = pageOrError(operation, body, position);
  if (page instanceof ReplyError) return { kind: "protocol", what: page.message, status, requestId };
  if (page.rows.length === 0 && meaning.doubt !== undefined) {
    return {
      kind: "protocol",
      what: `Success is true, but beside it stand the code ${show(meaning.doubt, 100)} and no rows.`,
      status,
      requestId,
    };
  }
  return { ...page, now: serviceTime(headers), requestId };
}

function pageOrError(operation: Operation, body: JsonObject, position: PagePosition): Page | ReplyError {
  try {
    return readPage(operation, body, position);
  } catch (error) {
    if (error instanceof ReplyError) return error;
    throw error;
  }
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
