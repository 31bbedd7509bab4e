import type { Json, JsonObject } from "../core/json.ts";
import { UNKNOWN } from "../core/unknownValues.ts";
import type { Gate } from "../lookups/gate/gate.ts";
import { withoutAnswer } from "../lookups/gate/withoutAnswer.ts";
import { findGate } from "./findGate.ts";
import type { PropertyBag } from "./propertyBag.ts";
import type { ProviderState } from "./providerState.ts";

/** What create and update have in common. */
interface GateRequest {
  getUrn(): string;
  getPreview(): boolean;
  /** Seconds, from `customTimeouts`; 0 when there are none. */
  getTimeout(): number;
}

/**
 * Evaluates a gate and returns what it records.
 *
 * @throws Error with the report when the gate stays shut.
 */
export async function passGate(state: ProviderState, request: GateRequest, given: PropertyBag): Promise<JsonObject> {
  const urn = request.getUrn();
  const gate = findGate(urn);
  const preview = request.getPreview();
  if (given.unknown.size > 0 && preview) {
    const why = `${[...given.unknown].join(", ")} will be known in pulumi up only`;
    // Only a preview may go on without an answer, and then nothing that the gate would tell is known.
    state.log("info", `The gate was not evaluated in this preview: ${why}. It will be evaluated in pulumi up.`, urn);
    return untold(gate, given);
  }
  const { decision, report, outputs } =
    given.unknown.size > 0
      ? withoutAnswer(gate, given.values, given.unknown)
      : await gate.evaluate(state.session(urn), given.values, {
          phase: preview ? "preview" : "up",
          limitMs: request.getTimeout() > 0 ? request.getTimeout() * 1000 : undefined,
          status: (line) => state.log("status", line, urn),
        });
  if (decision === "refuse" || decision === "wait") throw new Error(report);
  if (decision === "warn") state.log("warning", report, urn);
  if (decision === "wouldWait") state.log("info", report, urn);
  return outputs ?? untold(gate, given);
}

/** Outputs that only `up` will tell; a task that was named is known all the same. */
function untold(gate: Gate, { values }: PropertyBag): JsonObject {
  const names = Object.keys(gate.outputs.shape);
  return Object.fromEntries(names.map((name): [string, Json] => [name, values[name] ?? UNKNOWN]));
}
