import type { Operation } from "../core/operation.ts";
import { gates } from "../gates/gates.ts";

/** The operation of the gate with this name, such as `BackupGate`. */
export function operationOfGate(gateName: string): Operation {
  const gate = gates.find(({ name }) => name === gateName);
  if (gate === undefined) throw new Error(`There is no ${gateName}.`);
  return gate.operation;
}
