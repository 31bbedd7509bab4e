import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import type { Session } from "../lookups/session.ts";
import type { Gate } from "./gate.ts";
import { readOverride } from "./gateControls.ts";
import type { GateInputs } from "./gateInputs.ts";
import { overrideStanding } from "./override.ts";
import { reportWithNotes } from "./reportWithNotes.ts";
import type { WithSession } from "./withSession.ts";

/** Under `deny`, taking `denyDestroy` away would be refused too. */
const ADVICE =
  "The gate has denyDestroy: to delete it all the same, first deploy it with denyDestroy: false and enforcement: off.";

interface DeployedGate {
  /** What the gate was last deployed with, perhaps by another version. */
  readonly inputs: GateInputs;
  /** Inputs and outputs, as the state keeps them. */
  readonly properties: JsonObject;
}

/**
 * Why the gate may not be deleted now; undefined when it may. `denyDestroy` is read alone, so that nothing else that
 * another version wrote makes a gate undeletable; where it is set, conditions that cannot be read are no pass. The override
 * that the gate was deployed with opens it for its time, with a warning: the way out while the service does not answer.
 */
export async function deletionRefusal(
  gate: Gate,
  { inputs, properties }: DeployedGate,
  withSession: WithSession,
): Promise<string | undefined> {
  const { denyDestroy = false } = inputs.values;
  // A value in another form, such as text or a number, is as good as `true`: what cannot be read is not a "no".
  if (!inputs.unknown.has("denyDestroy") && (denyDestroy === false || denyDestroy === null)) return undefined;
  try {
    return await withSession(async (session) => {
      const { verdict, report, now } = await gate.assessor(inputs, properties)(session);
      return verdict === "pass" ? undefined : refuseUnlessOverridden(session, inputs, { report, now, advice: ADVICE });
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const report = [
      `The gate has denyDestroy and cannot be deleted, because its verdict is unknown: ${error.message}.`,
      "  What to do: correct what is named here and deploy the gate, or first deploy it with denyDestroy: false and enforcement: off.",
    ].join("\n");
    return await withSession(async (session) =>
      refuseUnlessOverridden(session, inputs, { report, now: session.client.serviceTime() }),
    );
  }
}

interface Refusal {
  readonly report: string;
  /** The service's time. */
  readonly now: number;
  readonly advice?: string;
}

function refuseUnlessOverridden(
  session: Session,
  { values }: GateInputs,
  { report, now, advice }: Refusal,
): string | undefined {
  const override = overrideStanding(readOverride(values.override ?? null), Math.max(now, session.host.now()));
  if (override.kind === "inForce") {
    session.warn(reportWithNotes(report, override.note));
    return undefined;
  }
  return reportWithNotes(
    report,
    advice,
    override.kind === "tooLong" ? `override.until: ${override.fault}.` : override.note,
  );
}
