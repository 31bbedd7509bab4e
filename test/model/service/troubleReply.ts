import type { Trouble } from "./trouble.ts";
import type { Wire, WireObject } from "./wire.ts";

/** A reply as it comes off the line. */
export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for a body that is not JSON. */
  readonly body: Wire | undefined;
}

const RequestId = "99999999-2222-3333-4444-555555555555";
const throttling = { RequestId, Code: "Throttling.User", Message: "Request was denied due to user flow control." };

/** What comes in place of the true reply, or is made of it; undefined: the connection is reset. */
export function troubleReply(trouble: Trouble, leftMs: number, reply: WireReply): WireReply | undefined {
  const error = (status: number, body: WireObject | undefined, headers: WireReply["headers"] = {}) => ({
    status,
    body,
    headers: { ...reply.headers, ...headers },
  });
  switch (trouble) {
    case "reset":
      return undefined;
    case "internalError":
      return error(500, { RequestId, Code: "InternalError", Message: "The request processing has failed." });
    case "serviceUnavailable":
      return error(503, { RequestId, Code: "ServiceUnavailable", Message: "The request has failed." });
    case "unavailablePage":
      return error(503, undefined);
    case "noCode":
      return error(500, { RequestId });
    case "throttled":
      return error(400, throttling);
    case "throttledWithHint":
      return error(400, throttling, { "x-acs-retry-after": String(Math.ceil(leftMs)) });
    case "silence":
      return reply;
    case "loginPage":
    case "emptyBody":
      return error(200, undefined);
    case "noList":
      return error(200, { RequestId });
    case "noTotal":
    case "brokenRow":
      return { ...reply, body: broken(reply.body ?? null, trouble) };
  }
}

/** The counters are gone, or every row is something else. */
function broken(value: Wire, trouble: "noTotal" | "brokenRow"): Wire {
  if (Array.isArray(value)) return trouble === "brokenRow" ? [...value, 7] : value.map((each) => broken(each, trouble));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]): readonly [string, Wire] => {
    const isTotal = name === "TotalRecordCount" || name === "TotalElements";
    if (trouble === "noTotal" && isTotal) return [name, "many"];
    return [name, name === "Items" || name === "Data" || name === "Content" ? broken(inner, trouble) : inner];
  });
  return Object.fromEntries(entries);
}
