import type { JsonObject } from "../../provider/core/json.ts";
import type { Gate, GateOutcome, Surroundings } from "../../provider/lookups/gate/gate.ts";
import { gates } from "../../provider/lookups/gates.ts";
import type { TestSession } from "./lookups.ts";

/** The gate resource of this name: `BackupGate`. */
export function gateNamed(name: string): Gate {
  const found = gates.find((gate) => gate.name === name);
  if (found === undefined) throw new Error(`There is no gate ${name}.`);
  return found;
}

/** What came of a gate, and what was said while it waited. */
export type Evaluated = GateOutcome & { readonly lines: readonly string[]; readonly pauses: readonly number[] };

/** Evaluates a gate as `pulumi up` does, or as is said. Pauses are in seconds. */
export async function evaluateGate(
  session: TestSession,
  name: string,
  given: JsonObject,
  surroundings: Partial<Surroundings> = {},
): Promise<Evaluated> {
  const lines: string[] = [];
  const status = (line: string) => lines.push(line);
  const outcome = await gateNamed(name).evaluate(session, given, { phase: "up", status, ...surroundings });
  return { ...outcome, lines, pauses: session.host.sleeps.map((ms) => ms / 1000) };
}
