import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import type { Gate } from "./gate.ts";
import type { GateInputs } from "./gateInputs.ts";
import type { WithSession } from "./withSession.ts";

/**
 * What a refresh puts in the place of the record: a verdict that is no longer a pass. Undefined while the record stands,
 * and for want of an answer.
 */
export async function recordOfLostPass(
  gate: Gate,
  record: JsonObject,
  inputs: GateInputs,
  withSession: WithSession,
): Promise<JsonObject | undefined> {
  if (record.verdict !== "pass") return undefined;
  try {
    if (gate.controls(inputs.values).recheck === "untilPassed") return undefined;
    const assessment = await withSession((session) => gate.assessor(inputs, record)(session));
    const isAnswer = assessment.verdict !== "pass" && assessment.verdict !== "unknown";
    return isAnswer ? gate.record(assessment, inputs.values, record) : undefined;
  } catch (error) {
    // Words of another version: the gate stays as it is, and the next deployment says what is wrong with them.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
