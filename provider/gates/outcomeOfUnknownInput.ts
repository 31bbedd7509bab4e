import type { JsonObject } from "../core/json.ts";
import { actionFor } from "./actionFor.ts";
import type { Phase } from "./enforcementIn.ts";
import type { Gate } from "./gate.ts";
import type { GateInputs } from "./gateInputs.ts";
import type { GateOutcome } from "./gateOutcome.ts";
import { recordWithOverriddenTrue } from "./gateRecord.ts";
import { overrideStandingByLaterClock } from "./overrideStandingByLaterClock.ts";
import { policyFor } from "./policyFor.ts";
import { reportWithNotes } from "./reportWithNotes.ts";
import type { WithSession } from "./withSession.ts";

interface Deployment {
  readonly phase: Phase;
  /** Inputs and outputs of the gate before; undefined for one that is made now. */
  readonly properties: JsonObject | undefined;
  /** Opened for the clocks alone, where there is an override. */
  readonly withSession: WithSession;
}

/**
 * The outcome where an input is unknown, and no request is sent. Only a preview may go on without an answer; in `up` it is
 * the same as the verdict `unknown`. An enforcement that is unknown itself is not among the values, and so is the
 * default, `deny`; an override that is unknown opens nothing.
 */
export async function outcomeOfUnknownInput(
  gate: Gate,
  { values, unknown }: GateInputs,
  { phase, properties, withSession }: Deployment,
): Promise<GateOutcome> {
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
  const policy = policyFor(gate.controls(values), phase);
  const override =
    policy.override &&
    (await withSession(async ({ client, host }) =>
      overrideStandingByLaterClock(policy.override, { service: client.serviceTime(), local: host.now() }),
    ));
  const reportWithOverride = reportWithNotes(report, override?.note);
  const record = () => gate.record("unknown", values, properties);
  // What is unknown in up stays unknown: there is nothing to wait for.
  switch (actionFor({ ...policy, waitMs: undefined }, { verdict: "unknown", reasons: [] }, override?.kind)) {
    case "off":
      return { kind: "off", record: gate.record("off", values, properties) };
    case "override":
      return { kind: "overridden", report: reportWithOverride, record: recordWithOverriddenTrue(record()) };
    case "warn":
      return { kind: "warned", report: reportWithOverride, record: record() };
    default:
      return { kind: "refused", report: reportWithOverride };
  }
}
