import type { JsonObject } from "../core/json.ts";
import type { Phase } from "./enforcementIn.ts";
import type { Gate } from "./gate.ts";
import type { Inputs } from "./inputs.ts";
import type { Outcome } from "./outcome.ts";
import { policyFor } from "./policyFor.ts";

interface Deployment {
  readonly phase: Phase;
  /** Inputs and outputs of the gate before; undefined for one that is made now. */
  readonly properties: JsonObject | undefined;
}

/**
 * The outcome where an input is unknown, and no request is sent. Only a preview may go on without an answer; in `up` it is
 * the same as the verdict `unknown`. An enforcement that is unknown itself is not among the values, and so is the
 * default, `deny`.
 */
export function outcomeOfUnknown(gate: Gate, { values, unknown }: Inputs, { phase, properties }: Deployment): Outcome {
  const names = [...unknown].join(", ");
  if (phase === "preview") {
    const reason = `${names} will be known in pulumi up only`;
    const report = `The gate was not evaluated in this preview: ${reason}. It will be evaluated in pulumi up.`;
    return { kind: "deferred", report };
  }
  const report = [
    `The gate cannot be evaluated: ${names} ${unknown.size === 1 ? "is" : "are"} still unknown in pulumi up.`,
    "  What to do: give the gate values that are known when the deployment comes to it.",
  ].join("\n");
  const { enforcement } = policyFor(gate.controls(values), phase);
  if (enforcement === "off") return { kind: "off", record: gate.record("off", values, properties) };
  if (enforcement === "warn") return { kind: "warned", report, record: gate.record("unknown", values, properties) };
  return { kind: "refused", report };
}
