import type { Operation } from "../core/operation.ts";
import { gates } from "../gates/gates.ts";
import { functions } from "../lookups/functions.ts";
import { dynamicGate } from "./dynamicGate.ts";
import { dynamicLookup } from "./dynamicLookup.ts";
import type { StackConfig } from "./withStackSession.ts";

/**
 * The methods of the dynamic provider with this token: a lookup or a gate.
 *
 * @internal Called by what is written into the state, through this package's entry point.
 */
export function dynamicMethods(token: string, config: StackConfig) {
  const fits = ({ operation, name }: { operation: Operation; name: string }) =>
    token === `alicloud-backups:${operation.api.module}:${name}`;
  const lookup = functions.find(fits);
  if (lookup) return dynamicLookup(lookup, config);
  const gate = gates.find(fits);
  if (gate) return dynamicGate(gate, config);
  throw new Error(`There is no ${token} in this version of the package: install the version that made it.`);
}
