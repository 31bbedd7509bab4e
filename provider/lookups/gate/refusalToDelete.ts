import { InputError } from "../../core/errors/InputError.ts";
import type { JsonObject } from "../../core/json.ts";
import type { Assessment } from "../evaluate.ts";
import { DESTROY_ADVICE } from "./destroyAdvice.ts";
import { withNote } from "./withNote.ts";

interface Recorded {
  /** What the gate was last deployed with, perhaps by another version. */
  readonly values: JsonObject;
  readonly unknown: ReadonlySet<string>;
}

/**
 * Why the gate may not be deleted now; undefined when it may. `denyDestroy` is read alone, so that nothing else that
 * another version wrote makes a gate undeletable; where it is set, conditions that cannot be read are no pass.
 */
export async function refusalToDelete(
  { values, unknown }: Recorded,
  judge: () => Promise<Assessment>,
): Promise<string | undefined> {
  const { denyDestroy = false } = values;
  // A value in another form, such as text or a number, is as good as `true`: what cannot be read is not a "no".
  if (!unknown.has("denyDestroy") && (denyDestroy === false || denyDestroy === null)) return undefined;
  try {
    if (unknown.size > 0) {
      throw new InputError([...unknown].map((property) => ({ property, reason: "is not known" })));
    }
    const { verdict, report } = await judge();
    return verdict === "pass" ? undefined : withNote(report, DESTROY_ADVICE);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [
      `The gate has denyDestroy and cannot be deleted, because its verdict is unknown: ${error.message}.`,
      "  What to do: correct what is named here and deploy the gate, or first deploy it with denyDestroy: false and enforcement: off.",
    ].join("\n");
  }
}
