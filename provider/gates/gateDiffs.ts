import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import { hasNewInstancesCondition } from "../lookups/hasNewInstancesCondition.ts";
import { changedInputNames } from "./changedInputNames.ts";
import type { Gate } from "./gate.ts";
import type { GateInputs } from "./gateInputs.ts";
import { instancesWithRecordedRow, RECORDED_INSTANCES_OUTPUT } from "./instancesWithRecordedRow.ts";
import { isRecordFromPlace } from "./isRecordFromPlace.ts";
import { policyFor } from "./policyFor.ts";
import type { WithSession } from "./withSession.ts";

interface Deployment {
  /** What the state keeps of the gate: what it recorded when it was last created or updated, beside its inputs. */
  readonly record: JsonObject;
  /** The inputs of that time. */
  readonly oldInputs: JsonObject;
  readonly inputs: GateInputs;
}

/**
 * The properties for which the gate is due to be evaluated again: its changed inputs, or the output that another
 * evaluation may change. Empty while the record stands: a gate that still passes where it passed is no change, whichever
 * row lets it pass now. Never refuses, as it is not told the phase: words, region or key that cannot be used make an
 * evaluation due, and that one says what is wrong with them.
 */
export async function gateDiffs(
  gate: Gate,
  { record, oldInputs, inputs }: Deployment,
  withSession: WithSession,
): Promise<readonly string[]> {
  const changes = changedInputNames(oldInputs, inputs).filter((name) => !isSpentOverride(name, record, inputs));
  if (changes.length > 0) return changes;
  try {
    return await dueOutputs(gate, record, inputs, withSession);
  } catch (error) {
    if (error instanceof InputError) return ["verdict"];
    throw error;
  }
}

async function dueOutputs(
  gate: Gate,
  record: JsonObject,
  inputs: GateInputs,
  withSession: WithSession,
): Promise<readonly string[]> {
  const judge = () => withSession((session) => gate.assessor(inputs, record)(session));
  const controls = gate.controls(inputs.values);
  if (policyFor(controls, "up").enforcement === "off") {
    // A gate that is off in up alone must still refuse in preview.
    const isOff = policyFor(controls, "preview").enforcement === "off";
    const stillOff = record.verdict === "off" && (isOff || (await judge()).verdict === "pass");
    return stillOff ? [] : ["verdict"];
  }
  if (record.verdict !== "pass") return ["verdict"];
  const place = await withSession(async (session) => gate.place(session, inputs));
  if (!isRecordFromPlace(record, gate.outputNames.row, place)) return ["place"];
  const tracksNewest = controls.track === "newest";
  if (controls.recheck === "untilPassed" && !tracksNewest) return [];
  const { verdict, best, withGoodRow } = await judge();
  const stillPasses = verdict === "pass" && (!tracksNewest || best?.id === record[gate.outputNames.id]);
  if (!stillPasses) return ["verdict"];
  return isFirstRow(gate, record, withGoodRow) ? [RECORDED_INSTANCES_OUTPUT] : [];
}

/** A gate that passed for a new instance records its first backup: from then on the instance is never new again. */
function isFirstRow({ operation }: Gate, record: JsonObject, withGoodRow: readonly string[]): boolean {
  const recorded = instancesWithRecordedRow(operation, record);
  return hasNewInstancesCondition(operation) && withGoodRow.some((id) => !recorded.includes(id));
}

/** To take an override away from a gate that has passed takes nothing back: a recorded pass was none of the override's. */
function isSpentOverride(name: string, record: JsonObject, { values, unknown }: GateInputs): boolean {
  return name === "override" && record.verdict === "pass" && values.override === undefined && !unknown.has(name);
}
