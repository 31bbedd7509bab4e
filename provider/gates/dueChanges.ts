import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import { changedInputs } from "./changedInputs.ts";
import type { Gate } from "./gate.ts";
import type { Inputs } from "./inputs.ts";
import { policyFor } from "./policyFor.ts";
import { recordCounts } from "./recordCounts.ts";
import type { WithSession } from "./withSession.ts";

interface Deployment {
  /** What the gate recorded when it was last created or updated. */
  readonly recorded: JsonObject;
  /** The inputs of that time. */
  readonly before: JsonObject;
  readonly inputs: Inputs;
}

/**
 * The properties for which the gate is due to be evaluated again: its changed inputs, or the output that another
 * evaluation may change. Empty while the record stands: a gate that still passes where it passed is no change, whichever
 * row lets it pass now. Never refuses, as it is not told the phase: words, region or key that cannot be used make an
 * evaluation due, and that one says what is wrong with them.
 */
export async function dueChanges(
  gate: Gate,
  { recorded, before, inputs }: Deployment,
  withSession: WithSession,
): Promise<readonly string[]> {
  const changed = changedInputs(before, inputs);
  if (changed.length > 0) return changed;
  try {
    return await dueOutputs(gate, recorded, inputs, withSession);
  } catch (error) {
    if (error instanceof InputError) return ["verdict"];
    throw error;
  }
}

async function dueOutputs(
  gate: Gate,
  recorded: JsonObject,
  inputs: Inputs,
  withSession: WithSession,
): Promise<readonly ("verdict" | "place")[]> {
  const judge = () => withSession((session) => gate.assessor(inputs)(session));
  const controls = gate.controls(inputs.values);
  if (policyFor(controls, "up").enforcement === "off") {
    // A gate that is off in up alone must still refuse in preview.
    const isOff = policyFor(controls, "preview").enforcement === "off";
    const isSettled = recorded.verdict === "off" && (isOff || (await judge()).verdict === "pass");
    return isSettled ? [] : ["verdict"];
  }
  if (recorded.verdict !== "pass") return ["verdict"];
  const place = await withSession(async (session) => gate.place(session, inputs));
  if (!recordCounts(recorded, gate.outputNames.row, place)) return ["place"];
  const tracksNewest = controls.track === "newest";
  if (controls.recheck === "untilPassed" && !tracksNewest) return [];
  const { verdict, best } = await judge();
  const stillPasses = verdict === "pass" && (!tracksNewest || best?.id === recorded[gate.outputNames.id]);
  return stillPasses ? [] : ["verdict"];
}
