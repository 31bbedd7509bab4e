import { hasV3Signature } from "./signatures/hasV3Signature.ts";

/** A request as it came in. */
export interface RawRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Another request was answered on this connection. */
  readonly reusedConnection: boolean;
}

/** A request with its parameters decoded. */
export interface ApiRequest extends RawRequest {
  /** Every parameter that was sent, also one that was sent twice. */
  readonly sent: readonly (readonly [name: string, value: string])[];
  readonly parameters: ReadonlyMap<string, string>;
  readonly action: string | undefined;
  readonly version: string | undefined;
  /** XML is Alibaba's default, but for requests with signature V3. */
  readonly format: "json" | "xml";
}

/** Parameters come in the query, in the form body, or both; with signature V3 the action comes in a header. */
export function readRequest(raw: RawRequest): ApiRequest {
  const sent = [...queryOf(raw.target), ...formOf(raw)];
  const parameters = new Map(sent);
  if (hasV3Signature(raw.headers)) {
    const { "x-acs-action": action, "x-acs-version": version } = raw.headers;
    return { ...raw, sent, parameters, action, version, format: "json" };
  }
  const format = parameters.get("Format")?.toUpperCase() === "JSON" ? "json" : "xml";
  return { ...raw, sent, parameters, action: parameters.get("Action"), version: parameters.get("Version"), format };
}

function queryOf(target: string): URLSearchParams {
  const mark = target.indexOf("?");
  return new URLSearchParams(mark < 0 ? "" : target.slice(mark));
}

function formOf({ headers, body }: RawRequest): URLSearchParams {
  const isForm = (headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
  return new URLSearchParams(isForm ? body : "");
}
