import type { JsonObject } from "../core/json.ts";
import { loadZod } from "../core/loadZod.ts";
import { withTypeName } from "../core/namedTypes.ts";
import { once } from "../core/once.ts";
import type { Operation } from "../core/operation.ts";
import { answerQuery } from "./answerQuery.ts";
import { hasNewInstancesCondition } from "./hasNewInstancesCondition.ts";
import type { LookupFunction } from "./lookupFunction.ts";
import { queryReader } from "./lookupQuery.ts";
import { outputRecordSchema } from "./outputRecordSchema.ts";
import { readinessResult } from "./readinessResult.ts";

const reason = once(() => {
  const z = loadZod();
  const schema = z
    .object({
      rule: z.string().describe("The argument or rule that is not met."),
      message: z.string().describe("What is, and what should be."),
      terminal: z.boolean().describe("Whether waiting cannot help."),
    })
    .describe("One thing that speaks against a pass.");
  return withTypeName(schema, "index", "Reason");
});

/** `getBackupReadiness`: is it good enough? Never an error for "no". */
export function readinessLookup(operation: Operation): LookupFunction {
  const { entity, identity } = operation;
  const { inputs, read } = queryReader(operation);
  const outputs = once(() => {
    const z = loadZod();
    return z.object({
      evaluated: z
        .literal(true)
        .describe("Always `true`. Without it the function was not evaluated, and nothing may be concluded."),
      verdict: z
        .enum(["pass", "fail", "pending", "unknown"])
        .describe(
          "`unknown`: the service could not be asked, or its answer was not understood. Only `pass` is a pass.",
        ),
      reasons: z
        .array(reason())
        .describe(
          hasNewInstancesCondition(operation)
            ? "Everything that speaks against a pass. For `pass` empty, but for a new instance (`newInstances`): why it passes."
            : "Everything that speaks against a pass; empty for `pass`.",
        ),
      report: z.string().describe("The same for people: at most twelve lines for one instance."),
      [identity.field]: z.string().optional().describe(`The ID of the newest good ${entity.label}, when there is one.`),
      [entity.singleProperty]: outputRecordSchema(operation)
        .optional()
        .describe(`The newest good ${entity.label}, when there is one.`),
      ageSeconds: z.number().optional().describe("Its age in seconds."),
      evaluatedAt: z.string().describe("When the verdict was reached, by the service's clock (RFC 3339, UTC)."),
    });
  });

  return {
    operation,
    name: `get${entity.type}Readiness`,
    doc: `Tells whether the ${entity.labels} are good enough to go on, with every reason against it. Never an error for "no". ${entity.summary}`,
    inputs,
    get outputs() {
      return outputs();
    },
    async run(session, args): Promise<JsonObject> {
      return readinessResult(operation, await answerQuery(session, operation, read(args)));
    },
  };
}
