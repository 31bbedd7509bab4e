import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import type { Gate } from "./gate.ts";
import type { Inputs } from "./inputs.ts";
import { withNote } from "./withNote.ts";
import type { WithSession } from "./withSession.ts";

/** Under `deny`, taking `denyDestroy` away would be refused too. */
const ADVICE =
  "The gate has denyDestroy: to delete it all the same, first deploy it with denyDestroy: false and enforcement: off.";

interface DeployedGate {
  /** What the gate was last deployed with, perhaps by another version. */
  readonly inputs: Inputs;
  /** Inputs and outputs, as the state keeps them. */
  readonly properties: JsonObject;
}

/**
 * Why the gate may not be deleted now; undefined when it may. `denyDestroy` is read alone, so that nothing else that
 * another version wrote makes a gate undeletable; where it is set, conditions that cannot be read are no pass.
 */
export async function refuseDelete(
  gate: Gate,
  { inputs, properties }: DeployedGate,
  withSession: WithSession,
): Promise<string | undefined> {
  const { denyDestroy = false } = inputs.values;
  // A value in another form, such as text or a number, is as good as `true`: what cannot be read is not a "no".
  if (!inputs.unknown.has("denyDestroy") && (denyDestroy === false || denyDestroy === null)) return undefined;
  try {
    const { verdict, report } = await withSession((session) => gate.assessor(inputs, properties)(session));
    return verdict === "pass" ? undefined : withNote(report, ADVICE);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [
      `The gate has denyDestroy and cannot be deleted, because its verdict is unknown: ${error.message}.`,
      "  What to do: correct what is named here and deploy the gate, or first deploy it with denyDestroy: false and enforcement: off.",
    ].join("\n");
  }
}
