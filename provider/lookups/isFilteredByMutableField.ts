import type { Operation } from "../core/operation.ts";
import type { Target } from "./target.ts";

/** Whether the list is filtered by something that changes while a thing lives, such as its state: then old rows enter it. */
export function isFilteredByMutableField({ parameters }: Operation, { values }: Target): boolean {
  return Object.entries(parameters).some(([name, { changes }]) => changes && values[name] !== undefined);
}
