import { gzipSync } from "node:zlib";
import type { JsonObject } from "../../provider/core/json.ts";
import type { Fault } from "./fault.ts";
import type { Delivery, Reply } from "./reply.ts";
import { JSON_TYPE } from "./reply.ts";

const REQUEST_ID = "5E3A1F0C-9B7D-4C62-8A41-EMULATEDFAULT";
const HTML =
  "<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body><center><h1>503</h1></center></body>\r\n</html>";

/** The reply that is sent in place of the true one, or the true one badly delivered. */
export function applyFault(fault: Fault, honest: Reply): Reply {
  switch (fault.kind) {
    case "throttle":
      return throttled(fault.status ?? 400, fault.code ?? "Throttling.User", fault.retryAfter);
    case "error":
      return error(fault.status, fault.code, fault.message ?? "An error that was injected into the emulator.");
    case "internalError":
      return error(500, "InternalError", "The request processing has failed due to some unknown error.");
    case "noCode":
      return json(500, { RequestId: REQUEST_ID, Message: "The request processing has failed." });
    case "unavailable":
      return { status: 503, headers: { "content-type": "text/html" }, body: HTML };
    case "html":
      return { status: 200, headers: { "content-type": "text/html" }, body: HTML };
    case "xmlError": {
      const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><RequestId>${REQUEST_ID}</RequestId><HostId>emulator</HostId><Code>ServiceUnavailable</Code><Message>The request has failed due to a temporary failure of the server.</Message></Error>`;
      return { status: 400, headers: { "content-type": "text/xml;charset=utf-8" }, body };
    }
    case "redirect":
      return { status: 302, headers: { location: fault.location }, body: "" };
    case "reply":
      return { status: fault.status, headers: fault.headers ?? { "content-type": JSON_TYPE }, body: fault.body };
    case "empty":
      return { ...honest, status: fault.status ?? 200, body: "" };
    case "truncated":
      return { ...honest, body: firstHalf(honest.body) };
    case "gzip":
      return gzipped(honest, fault.broken ?? false);
    case "wrongLength":
      return deliver(honest, { how: "short" });
    case "reset":
      return deliver(honest, { how: fault.when === "midBody" ? "resetMidBody" : "resetBeforeHeaders" });
    case "stall":
      return deliver(honest, { how: fault.when === "midBody" ? "stallMidBody" : "stallBeforeHeaders" });
    case "drip":
      return deliver(honest, { how: "drip", bytes: fault.bytes, everyMs: fault.everyMs });
    case "rewriteText":
      return { ...honest, body: fault.rewrite(Buffer.from(honest.body).toString()) };
    case "rewrite": // happened before the body was written
      return honest;
  }
}

function throttled(status: number, code: string, retryAfter: string | number | undefined): Reply {
  const reply = error(status, code, "Request was denied due to user flow control.");
  if (retryAfter === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, "x-acs-retry-after": String(retryAfter) } };
}

function error(status: number, Code: string, Message: string): Reply {
  return json(status, { RequestId: REQUEST_ID, HostId: "emulator", Code, Message });
}

function json(status: number, body: JsonObject): Reply {
  return { status, headers: { "content-type": JSON_TYPE }, body: JSON.stringify(body) };
}

function deliver(reply: Reply, delivery: Delivery): Reply {
  return { ...reply, delivery };
}

function gzipped(reply: Reply, broken: boolean): Reply {
  const body = gzipSync(reply.body);
  if (broken) body.fill(0, 0, 10); // its header
  return { ...reply, headers: { ...reply.headers, "content-encoding": "gzip" }, body };
}

function firstHalf(body: string | Uint8Array): Uint8Array {
  const bytes = Buffer.from(body);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}
