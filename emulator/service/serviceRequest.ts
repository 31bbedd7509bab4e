import { Refusal } from "./Refusal.ts";

/** A request as it came in. */
export interface RawRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the request says, and how it was said. */
export interface ServiceRequest extends RawRequest {
  readonly parameters: ReadonlyMap<string, string>;
}

/** Values that a client sends by mistake for "nothing". */
const SLIPS = new Set(["undefined", "null", "NaN", "[object Object]"]);

/** Parameters come in the query, in the form body, or both; each at most once. */
export function parseParameters(request: RawRequest): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of [...queryOf(request.target), ...formOf(request)]) {
    if (!parameters.has(name)) parameters.set(name, value);
  }
  return parameters;
}

/** What no correct client sends. The real service lets some of it pass; a test double must not. */
export function refuseSlips(request: RawRequest): void {
  const seen = new Set<string>();
  for (const [name, value] of [...queryOf(request.target), ...formOf(request)]) {
    if (seen.has(name)) throw new Refusal("InvalidParameter", `The parameter ${name} was sent twice.`);
    if (SLIPS.has(value))
      throw new Refusal("InvalidParameter", `The parameter ${name} was sent as the text "${value}".`);
    seen.add(name);
  }
}

function queryOf(target: string): URLSearchParams {
  const mark = target.indexOf("?");
  return new URLSearchParams(mark < 0 ? "" : target.slice(mark));
}

function formOf({ headers, body }: RawRequest): URLSearchParams {
  const isForm = (headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
  return new URLSearchParams(isForm ? body : "");
}
