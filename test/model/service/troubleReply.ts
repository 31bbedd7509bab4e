import type { Trouble } from "./trouble.ts";
import type { Wire, WireObject } from "./wire.ts";

/** A reply as the service means it. */
export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Wire;
}

/** A reply as it comes off the line. */
export interface LineReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export function asLine({ status, headers, body }: WireReply): LineReply {
  return { status, headers, text: JSON.stringify(body) };
}

const RequestId = "99999999-2222-3333-4444-555555555555";
const throttling = { RequestId, Code: "Throttling.User", Message: "Request was denied due to user flow control." };

/** What comes in place of the true reply, or is made of it; undefined: the connection is reset. */
export function troubleReply(trouble: Trouble, leftMs: number, reply: WireReply): LineReply | undefined {
  const error = (status: number, body: WireObject, headers: WireReply["headers"] = {}) =>
    asLine({ status, body, headers: { ...reply.headers, ...headers } });
  const page = (status: number, text: string) => ({ status, headers: reply.headers, text });
  switch (trouble) {
    case "reset":
      return undefined;
    case "internalError":
      return error(500, { RequestId, Code: "InternalError", Message: "The request processing has failed." });
    case "serviceUnavailable":
      return error(503, { RequestId, Code: "ServiceUnavailable", Message: "The request has failed." });
    case "unavailablePage":
      return page(503, "<html>Service Unavailable</html>");
    case "noCode":
      return error(500, { RequestId });
    case "throttled":
      return error(400, throttling);
    case "throttledWithHint":
      return error(400, throttling, { "x-acs-retry-after": String(Math.ceil(leftMs)) });
    case "silence":
      return asLine(reply);
    case "loginPage":
      return page(200, "<html>Sign in to this network</html>");
    case "emptyBody":
      return page(200, "");
    case "cutBody":
      return page(200, JSON.stringify(reply.body).slice(0, -2));
    case "noList":
      return error(200, { RequestId });
    case "noTotal":
    case "brokenRow":
      return asLine({ ...reply, body: broken(reply.body, trouble) });
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
