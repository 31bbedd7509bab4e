import type { JsonObject } from "../../../provider/core/json.ts";
import { type EvaluateGateOptions, evaluateGate as evaluate } from "../../../provider/gates/evaluateGate.ts";
import type { Gate } from "../../../provider/gates/gate.ts";
import type { GateOutcome } from "../../../provider/gates/gateOutcome.ts";
import { gates } from "../../../provider/gates/gates.ts";
import type { TestSession } from "./lookups.ts";

/** The gate resource of this name: `BackupGate`. */
export function gateNamed(name: string): Gate {
  const found = gates.find((gate) => gate.name === name);
  if (found === undefined) throw new Error(`There is no gate ${name}.`);
  return found;
}

export interface EvaluationChanges extends Partial<Pick<EvaluateGateOptions, "phase" | "limitMs" | "properties">> {
  /** Inputs without a value. Default: none. */
  readonly unknown?: ReadonlySet<string>;
}

/** The outcome of a gate, the status lines of its wait, and the pauses in seconds. */
export type Evaluation = GateOutcome & {
  /** Empty for an outcome without one. */
  readonly report: string;
  readonly lines: readonly string[];
  readonly pauses: readonly number[];
};

/** Evaluates a gate as `pulumi up` does, or with these changes. */
export async function evaluateGate(
  session: TestSession,
  name: string,
  values: JsonObject,
  { unknown = new Set(), ...changes }: EvaluationChanges = {},
): Promise<Evaluation> {
  const lines: string[] = [];
  const outcome = await evaluate(
    gateNamed(name),
    { values, unknown },
    {
      phase: "up",
      properties: undefined,
      status: (line) => lines.push(line),
      withSession: (work) => work(session),
      ...changes,
    },
  );
  return { report: "", ...outcome, lines, pauses: session.host.sleeps.map((ms) => ms / 1000) };
}
