import { CancelledError } from "../core/errors/CancelledError.ts";
import type { Json, JsonObject } from "../core/json.ts";
import { UNKNOWN } from "../core/unknownValues.ts";
import { evaluateGate } from "../gates/evaluateGate.ts";
import type { Gate } from "../gates/gate.ts";
import { findGate } from "./findGate.ts";
import { gateSessionRunner } from "./gateSessionRunner.ts";
import type { PropertyBag } from "./propertyBag.ts";
import type { ProviderState } from "./providerState.ts";

/** What create and update have in common. */
interface GateRequest {
  getUrn(): string;
  getPreview(): boolean;
  /** Seconds, from `customTimeouts`; 0 when there are none. */
  getTimeout(): number;
}

interface GateState {
  readonly inputs: PropertyBag;
  /** Inputs and outputs of the gate before; undefined for one that is made now. */
  readonly properties: JsonObject | undefined;
}

/**
 * Evaluates a gate and returns the outputs that the resource shows in a preview, or records in `up`.
 *
 * @throws Error with the report when the gate stays shut.
 */
export async function runGate(
  state: ProviderState,
  request: GateRequest,
  { inputs, properties }: GateState,
  signal: AbortSignal,
): Promise<JsonObject> {
  const urn = request.getUrn();
  const gate = findGate(urn);
  const outcome = await evaluateGate(gate, inputs, {
    properties,
    phase: request.getPreview() ? "preview" : "up",
    limitMs: request.getTimeout() > 0 ? request.getTimeout() * 1000 : undefined,
    status: (line) => state.log("status", line, urn),
    withSession: gateSessionRunner(state, urn, inputs, signal),
  });
  switch (outcome.kind) {
    case "refused":
      throw outcome.waitEnd?.kind === "cancelled" ? cancellation(outcome.report) : new Error(outcome.report);
    case "deferred":
      state.log("info", outcome.report, urn);
      return unknownOutputs(gate, inputs);
    case "warned":
    case "overridden":
      state.log("warning", outcome.report, urn);
      return outcome.record ?? unknownOutputs(gate, inputs);
    case "passed":
    case "off":
      return outcome.record ?? unknownOutputs(gate, inputs);
  }
}

/** An error that the engine takes for its own cancellation. */
function cancellation(report: string): CancelledError {
  const error = new CancelledError();
  error.message = report;
  return error;
}

/** The outputs where only `up` will tell; the ID of a task that an input names is known all the same. */
function unknownOutputs(gate: Gate, { values }: PropertyBag): JsonObject {
  const names = Object.keys(gate.outputs.shape);
  return Object.fromEntries(names.map((name): [string, Json] => [name, values[name] ?? UNKNOWN]));
}
