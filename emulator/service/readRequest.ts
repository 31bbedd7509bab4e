/** A request as it came in. */
export interface RawRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request with its parameters decoded. */
export interface ServiceRequest extends RawRequest {
  /** Every parameter that was sent, also one that was sent twice. */
  readonly sent: readonly (readonly [name: string, value: string])[];
  readonly parameters: ReadonlyMap<string, string>;
}

/** Parameters come in the query, in the form body, or both. */
export function readRequest(raw: RawRequest): ServiceRequest {
  const sent = [...queryOf(raw.target), ...formOf(raw)];
  return { ...raw, sent, parameters: new Map(sent) };
}

function queryOf(target: string): URLSearchParams {
  const mark = target.indexOf("?");
  return new URLSearchParams(mark < 0 ? "" : target.slice(mark));
}

function formOf({ headers, body }: RawRequest): URLSearchParams {
  const isForm = (headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
  return new URLSearchParams(isForm ? body : "");
}
