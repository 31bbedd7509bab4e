import type { JsonObject } from "../core/json.ts";
import { evaluateGate } from "../gates/evaluateGate.ts";
import type { Gate } from "../gates/gate.ts";
import type { Assessment } from "../lookups/evaluateOneSubject.ts";
import { readinessResult } from "../lookups/readinessResult.ts";
import type { Session } from "../lookups/session.ts";
import type { CommandResult } from "./commandResult.ts";
import { verdictExitCodes } from "./exitCodes.ts";
import { verdictMarkdown } from "./markdown.ts";
import type { OutputFormat } from "./outputFormat.ts";
import { jsonText } from "./outputFormat.ts";

interface CheckOptions {
  /** How long to wait for a pass, such as `30m`, in the gate's own words. */
  readonly waitFor: string | undefined;
  readonly output: OutputFormat;
  /** Shows a line that replaces the one before, while it waits. */
  readonly status: (line: string) => void;
}

/**
 * The verdict of a gate that a deployment would come to now: evaluated, and waited for, by the gate itself.
 *
 * @throws InputError for arguments that are wrong.
 */
export async function runCheck(
  session: Session,
  gate: Gate,
  args: JsonObject,
  { waitFor, output, status }: CheckOptions,
): Promise<CommandResult> {
  const inputs = { values: { ...args, ...(waitFor !== undefined && { waitFor }) }, unknown: new Set<string>() };
  gate.check(inputs);
  const { observed, lastAssessment } = observe(gate);
  const outcome = await evaluateGate(observed, inputs, {
    phase: "up",
    properties: undefined,
    status,
    withSession: (work) => work(session),
  });
  const last = lastAssessment();
  const passes = outcome.kind === "passed";
  if (last === undefined || (!passes && outcome.kind !== "refused") || passes !== (last.verdict === "pass")) {
    throw new Error(`The gate ended as ${outcome.kind} with the verdict ${last?.verdict}.`);
  }
  const { report } = outcome;
  const { verdict } = last;
  const [headline = ""] = report.split("\n");
  const markdown = verdictMarkdown(verdict, report);
  const text = {
    text: `${report}\n`,
    markdown,
    json: jsonText(readinessResult(gate.operation, { ...last, report })),
  };
  return { text: text[output], code: verdictExitCodes[verdict], summary: { headline, report, markdown } };
}

/** The same gate, and what it saw last: its outcome tells whether it opens, and not which verdict keeps it shut. */
function observe(gate: Gate) {
  let last: Assessment | undefined;
  const assessor: Gate["assessor"] = (inputs, properties) => {
    const assess = gate.assessor(inputs, properties);
    return async (session) => {
      last = await assess(session);
      return last;
    };
  };
  return { observed: { ...gate, assessor }, lastAssessment: () => last };
}
