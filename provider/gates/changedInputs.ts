import type { JsonObject } from "../core/json.ts";
import type { Inputs } from "./inputs.ts";

/** The names of the inputs that are not what they were. One that is unknown may be anything. */
export function changedInputs(before: JsonObject, { values, unknown }: Inputs): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(values)])];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(values[name]));
  return [...new Set([...changed, ...unknown])];
}
