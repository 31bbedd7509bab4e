import { Refusal } from "./Refusal.ts";
import type { ServiceRequest } from "./readRequest.ts";

/** Values that a client sends by mistake for "nothing". */
const SLIPS = new Set(["undefined", "null", "NaN", "[object Object]"]);

/** What no correct client sends. The real service lets some of it pass; a test double must not. */
export function refuseSlips({ sent }: ServiceRequest): void {
  const seen = new Set<string>();
  for (const [name, value] of sent) {
    if (seen.has(name)) throw new Refusal("InvalidParameter", `The parameter ${name} was sent twice.`);
    if (SLIPS.has(value)) throw new Refusal("InvalidParameter", `The parameter ${name} was sent as "${value}".`);
    seen.add(name);
  }
}
