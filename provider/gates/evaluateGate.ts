import type { JsonObject } from "../core/json.ts";
import { describeDuration } from "../core/time.ts";
import type { Assessment } from "../lookups/evaluateOneSubject.ts";
import type { CallerLimits } from "../lookups/session.ts";
import { actionFor } from "./actionFor.ts";
import type { Phase } from "./enforcementIn.ts";
import type { Gate } from "./gate.ts";
import type { GateInputs } from "./gateInputs.ts";
import type { GateOutcome } from "./gateOutcome.ts";
import { recordWithOverriddenTrue } from "./gateRecord.ts";
import { outcomeOfUnknownInput } from "./outcomeOfUnknownInput.ts";
import { overrideStandingByLaterClock } from "./overrideStandingByLaterClock.ts";
import { policyFor } from "./policyFor.ts";
import { recordIfSameInUp } from "./recordIfSameInUp.ts";
import { reportWithNotes } from "./reportWithNotes.ts";
import { describeWaitEnd } from "./waitEnd.ts";
import { lookLimits, waitForPass } from "./waitForPass.ts";
import type { WithSession } from "./withSession.ts";

export interface EvaluateGateOptions {
  readonly phase: Phase;
  /** Inputs and outputs of the gate before; undefined for one that is made now. */
  readonly properties: JsonObject | undefined;
  /** What `customTimeouts` leave of a wait. */
  readonly limitMs?: number | undefined;
  /** Shows a line that replaces the one before, while the gate waits. */
  readonly status: (line: string) => void;
  readonly withSession: WithSession;
}

/** Judges once, and in `up` waits where `waitFor` says so. @throws InputError for inputs that are wrong. */
export async function evaluateGate(gate: Gate, inputs: GateInputs, options: EvaluateGateOptions): Promise<GateOutcome> {
  const { phase, properties, limitMs = Number.POSITIVE_INFINITY, status, withSession } = options;
  if (inputs.unknown.size > 0) return await outcomeOfUnknownInput(gate, inputs, { phase, properties, withSession });
  const record = (result: Assessment | "off") => gate.record(result, inputs.values, properties);
  return await withSession(async (session): Promise<GateOutcome> => {
    const policy = policyFor(gate.controls(inputs.values), phase);
    const off = { kind: "off", record: recordIfSameInUp(policy, record("off")) } as const;
    if (policy.enforcement === "off") return off;
    const assess = gate.assessor(inputs, properties);
    const beganAt = session.host.elapsed();
    const { waitMs = 0 } = policy;
    const waitLimitMs = Math.min(waitMs, limitMs);
    const mayWait = phase === "up" && policy.waitMs !== undefined;
    const first = await assess(mayWait ? { ...session, limits: lookLimits(beganAt, beganAt + waitLimitMs) } : session);
    const override = overrideStandingByLaterClock(policy.override, { service: first.now, local: session.host.now() });
    const { report } = first;
    const reportWithOverride = reportWithNotes(report, override.note);
    switch (actionFor(policy, first, override.kind)) {
      case "off":
        return off;
      case "pass":
        return { kind: "passed", report, record: recordIfSameInUp(policy, record(first)) };
      case "override":
        return {
          kind: "overridden",
          report: reportWithOverride,
          record: recordIfSameInUp(policy, recordWithOverriddenTrue(record(first))),
        };
      case "warn":
        return { kind: "warned", report: reportWithOverride, record: recordIfSameInUp(policy, record(first)) };
      case "refuse":
        return { kind: "refused", report: reportWithOverride };
      case "defer": {
        const wait = `In pulumi up the gate would wait up to ${describeDuration(waitMs)} for it.`;
        return { kind: "deferred", report: reportWithNotes(report, wait, override.note) };
      }
      case "wait": {
        const look = (limits: CallerLimits) => assess({ ...session, limits });
        const waitOptions = { look, beganAt, limitMs: waitLimitMs, failureSince: gate.failureSince, status };
        const { end, last, history } = await waitForPass(session, first, waitOptions);
        if (end.kind === "passed") return { kind: "passed", report: last.report, record: record(last) };
        const ending = reportWithNotes(last.report, describeWaitEnd(end, history), override.note);
        return { kind: "refused", report: ending, waitEnd: end };
      }
    }
  });
}
