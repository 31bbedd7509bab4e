import type { JsonObject } from "../core/json.ts";
import type { GateInputs } from "./gateInputs.ts";

/** The names of the inputs that are not what they were. One that is unknown may be anything. */
export function changedInputNames(oldInputs: JsonObject, { values, unknown }: GateInputs): readonly string[] {
  const names = [...new Set([...Object.keys(oldInputs), ...Object.keys(values)])];
  const changes = names.filter((name) => JSON.stringify(oldInputs[name]) !== JSON.stringify(values[name]));
  return [...new Set([...changes, ...unknown])];
}
