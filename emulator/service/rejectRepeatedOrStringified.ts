import { Refusal } from "./Refusal.ts";
import type { ApiRequest } from "./readRequest.ts";

/** The text of a JavaScript value that should have been left out. */
const STRINGIFIED = new Set(["undefined", "null", "NaN", "[object Object]"]);

/** Rejects what only a faulty client sends, even where the real service accepts it: a test double must show the fault. */
export function rejectRepeatedOrStringified({ sent }: ApiRequest): void {
  const names = new Set<string>();
  for (const [name, value] of sent) {
    if (names.has(name)) throw new Refusal("InvalidParameter", `The parameter ${name} was sent twice.`);
    if (STRINGIFIED.has(value)) throw new Refusal("InvalidParameter", `The parameter ${name} was sent as "${value}".`);
    names.add(name);
  }
}
