import { z } from "zod";
import type { JsonObject } from "../../core/json.ts";
import type { Operation } from "../../core/operation.ts";
import { describeDuration } from "../../core/time.ts";
import { readArguments, validate } from "../../core/validate.ts";
import { checkArguments } from "../checkArguments.ts";
import type { Assessment } from "../evaluate.ts";
import { judge, readinessInputs } from "../readiness.ts";
import { recordSchema } from "../recordSchema.ts";
import type { Session } from "../session.ts";
import { gateControls } from "./controls.ts";
import { decide } from "./decide.ts";
import type { Gate, GateOutcome, Surroundings } from "./gate.ts";
import { previewOutputs } from "./previewOutputs.ts";
import { placeName } from "./recordCounts.ts";
import { waitForPass } from "./waitForPass.ts";
import { withNote } from "./withNote.ts";

/** `BackupGate`: the gate over an operation's verdict. */
export function gateOf(operation: Operation): Gate {
  const { names, identity, datedAs, summary } = operation;
  const judged = readinessInputs(operation);
  const controls = gateControls(operation);
  const inputs = z.object({ ...judged.shape, ...controls.shape });
  const outputs = z.object({
    verdict: z
      .enum(["pass", "fail", "pending", "unknown", "off"])
      .describe(
        "The verdict when the gate was last created or updated. Other than `pass` only under `warn` and `off`.",
      ),
    [identity]: z.string().optional().describe(`The ID of the ${names.label} that let the gate pass.`),
    ...(datedAs && { [datedAs.name]: z.string().optional().describe(datedAs.doc) }),
    [names.one]: recordSchema(operation).optional().describe(`The ${names.label} that let the gate pass.`),
    place: z
      .string()
      .optional()
      .describe(
        "Where the gate passed: the region and, where one is set that is not a host of that region, the endpoint. Anywhere else the gate is evaluated again.",
      ),
  });
  /** What is left may be a condition that only another version knows: it must not be dropped in silence. */
  const question = (given: JsonObject) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => !Object.hasOwn(controls.shape, name)));

  async function evaluate(
    session: Session,
    given: JsonObject,
    { phase, limitMs, status }: Surroundings,
  ): Promise<GateOutcome> {
    checkArguments(operation, inputs, given);
    const { enforcement = "deny", previewEnforcement = enforcement, waitFor } = readArguments(controls, given);
    const effective = phase === "preview" ? previewEnforcement : enforcement;
    const outputsOf = (verdict: Assessment["verdict"] | undefined, recorded: JsonObject) =>
      phase === "preview" ? previewOutputs({ enforcement, previewEnforcement, verdict }, recorded) : recorded;
    if (effective === "off") {
      return { decision: "open", report: "", outputs: outputsOf(undefined, { verdict: "off" }) };
    }
    const look = () => judge(session, operation, question(given));
    const decideOn = (assessment: Assessment, waits: boolean) => {
      const terminal = assessment.reasons.some((reason) => reason.terminal);
      return decide({ verdict: assessment.verdict, terminal, enforcement: effective, waits, phase });
    };
    const first = await look();
    const decision = decideOn(first, waitFor !== undefined && enforcement === "deny");
    if (decision === "wouldWait") {
      const note = `In pulumi up the gate would wait up to ${describeDuration(waitFor ?? 0)} for it.`;
      return { decision, report: withNote(first.report, note), outputs: undefined };
    }
    if (decision !== "wait") {
      return { decision, report: first.report, outputs: outputsOf(first.verdict, record(operation, first)) };
    }
    const { last, history } = await waitForPass(session, first, {
      look,
      limitMs: Math.min(waitFor ?? 0, limitMs ?? Number.POSITIVE_INFINITY),
      isOver: (seen, began) => decideOn(seen, true) !== "wait" || failedSince(operation, seen, began),
      status,
    });
    const report = last.verdict === "pass" ? last.report : withNote(last.report, `Gave up: ${history}.`);
    return { decision: decideOn(last, false), report, outputs: record(operation, last) };
  }

  return {
    operation,
    name: `${names.type}Gate`,
    doc: `Lets through what depends on it only while the ${names.labels} are good enough. Evaluated in preview and in up. ${summary}`,
    inputs,
    outputs,
    evaluate,
    judge(session, given) {
      checkArguments(operation, judged, question(given));
      return judge(session, operation, question(given));
    },
    record: (assessment) => record(operation, assessment),
    controls: (given) => ({ recheck: operation.recheck, track: "recorded", ...readArguments(controls, given) }),
    check(given, unknown) {
      const known = Object.entries(inputs.shape).filter(([name]) => !unknown.has(name));
      const shape = z.object(Object.fromEntries(known));
      if (unknown.size > 0) validate(shape, given);
      else checkArguments(operation, shape, given);
    },
  };
}

/** Nothing that a clock or a later backup would change. */
function record({ identity, names, datedAs }: Operation, { verdict, best, region, place }: Assessment): JsonObject {
  if (verdict !== "pass" || region === undefined || place === undefined) return { verdict };
  const where = { place: placeName({ region, place }) };
  // Of several instances no single row is the one.
  if (best === undefined) return { verdict, ...where };
  const at = datedAs && best.record[datedAs.name];
  return {
    verdict,
    ...where,
    [identity]: best.id,
    ...(datedAs && at !== undefined ? { [datedAs.name]: at } : {}),
    [names.one]: { ...best.record, region },
  };
}

/** A wait for a new backup is over when that new backup has failed. */
function failedSince({ newFailure }: Operation, { rows }: Assessment, began: number): boolean {
  return rows.some(
    ({ row, objections }) =>
      (row.dated?.at ?? Number.NEGATIVE_INFINITY) >= began &&
      objections.some(({ rule, verdict }) => rule === newFailure && verdict === "fail"),
  );
}
