import { z } from "zod";
import * as argument from "../core/argument.ts";
import type { Json, JsonObject } from "../core/json.ts";
import { nameType } from "../core/namedTypes.ts";
import type { Operation } from "../core/operation.ts";
import { formatTime } from "../core/time.ts";
import { readArguments } from "../core/validate.ts";
import { lookbackArgument, manyName, oneOrManyArguments, regionArgument } from "./arguments.ts";
import { checkArguments } from "./checkArguments.ts";
import type { Assessment } from "./evaluate.ts";
import { evaluate } from "./evaluate.ts";
import { evaluateMany } from "./evaluateMany.ts";
import type { LookupFunction } from "./function.ts";
import { recordSchema } from "./recordSchema.ts";
import type { Session } from "./session.ts";
import { shownAssessment } from "./shownAssessment.ts";

const reason = nameType(
  z
    .object({
      rule: z.string().describe("The argument or rule that is not met."),
      message: z.string().describe("What was found and what was wanted."),
      terminal: z.boolean().describe("Whether waiting cannot help."),
    })
    .describe("One thing that speaks against a pass."),
  "index",
  "Reason",
);

const depth = z.object({
  maxAge: argument.positiveDuration.optional(),
  pin: argument.identifier.optional(),
  ...lookbackArgument,
});

/** What verdict function and gate may be asked. */
export function readinessInputs(operation: Operation): z.ZodObject {
  return z.object({
    ...oneOrManyArguments(operation),
    ...operation.criteria.shape,
    ...operation.conditions.shape,
    ...lookbackArgument,
    ...regionArgument,
  });
}

/** @throws InputError for wrong arguments; every other trouble is the verdict `unknown`. */
export async function judge(session: Session, operation: Operation, given: JsonObject): Promise<Assessment> {
  return shownAssessment(operation, await assess(session, operation, given));
}

function assess(session: Session, operation: Operation, given: JsonObject): Promise<Assessment> {
  const search = readArguments(depth, given);
  const many = given[manyName(operation) ?? ""];
  if (!Array.isArray(many)) return evaluate(session, operation, given, search);
  const one = (only: JsonObject) => evaluate(session, operation, { ...given, ...only }, search);
  return evaluateMany(operation, [...new Set(many.map(String))], one);
}

/** `getBackupReadiness`: is it good enough? Never an error for "no". */
export function readiness(operation: Operation): LookupFunction {
  const { names, identity, summary } = operation;
  const inputs = readinessInputs(operation);
  const outputs = z.object({
    evaluated: z
      .literal(true)
      .describe("Always `true`. Without it the function was not evaluated, and nothing may be concluded."),
    verdict: z
      .enum(["pass", "fail", "pending", "unknown"])
      .describe("`unknown`: the service could not be asked, or its answer was not understood. Only `pass` is a pass."),
    reasons: z.array(reason).describe("Everything that speaks against a pass; empty for `pass`."),
    report: z.string().describe("The same for people: at most twelve lines for one instance."),
    [identity]: z.string().optional().describe(`The ID of the newest good ${names.label}, when there is one.`),
    [names.one]: recordSchema(operation).optional().describe(`The newest good ${names.label}, when there is one.`),
    ageSeconds: z.number().optional().describe("Its age in seconds."),
    evaluatedAt: z.string().describe("When this was found out, by the service's clock (RFC 3339, UTC)."),
  });

  return {
    operation,
    name: `get${names.type}Readiness`,
    doc: `Tells whether the ${names.labels} are good enough to go on, with every reason against it. Never an error for "no". ${summary}`,
    inputs,
    outputs,
    async run(session, given): Promise<JsonObject> {
      checkArguments(operation, inputs, given);
      const { verdict, reasons, report, best, region, now } = await judge(session, operation, given);
      const found: Record<string, Json> = {};
      if (best && region) {
        found[identity] = best.id;
        found[names.one] = { ...best.record, region };
        if (best.dated) found.ageSeconds = Math.round((now - best.dated.at) / 1000);
      }
      return {
        evaluated: true,
        verdict,
        reasons: reasons.map(({ rule, message, terminal }) => ({ rule, message, terminal })),
        report,
        ...found,
        evaluatedAt: formatTime(now),
      };
    },
  };
}
