import type { JsonObject } from "../../core/json.ts";
import type { Gate, GateOutcome } from "./gate.ts";

/**
 * An `up` in which an input is still unknown: the same as the verdict `unknown`, and nothing is asked. An enforcement
 * that is unknown itself is not among the values, and so is the default, `deny`.
 */
export function withoutAnswer(gate: Gate, values: JsonObject, unknown: ReadonlySet<string>): GateOutcome {
  const { enforcement = "deny" } = gate.controls(values);
  const names = [...unknown].join(", ");
  const report = [
    `The gate cannot be evaluated: ${names} ${unknown.size === 1 ? "is" : "are"} still unknown in pulumi up.`,
    "  What to do: give the gate values that are known when the deployment comes to it.",
  ].join("\n");
  if (enforcement === "off") return { decision: "open", report: "", outputs: { verdict: "off" } };
  return { decision: enforcement === "warn" ? "warn" : "refuse", report, outputs: { verdict: "unknown" } };
}
