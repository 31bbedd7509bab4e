import { z } from "zod";
import type { JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import { validate } from "../core/validate.ts";
import { checkArguments } from "./checkArguments.ts";
import type { Assessment } from "./evaluate.ts";
import { judge, readinessInputs } from "./readiness.ts";
import { recordSchema } from "./recordSchema.ts";
import type { Session } from "./session.ts";

/** A gate: a resource that exists only while the backup state is good enough. */
export interface Gate {
  readonly operation: Operation;
  /** `BackupGate`; its token is `alicloud-backups:<module>:<name>`. */
  readonly name: string;
  readonly doc: string;
  readonly inputs: z.ZodObject;
  readonly outputs: z.ZodObject;
  /** @throws InputError for wrong arguments. */
  readonly evaluate: (session: Session, given: JsonObject, phase: Phase) => Promise<GateOutcome>;
  /** Checks what is known; what is not known yet cannot be wrong yet. */
  readonly check: (given: JsonObject, unknown: ReadonlySet<string>) => void;
}

export type Phase = "preview" | "up";

export interface GateOutcome {
  /** Whether the deployment goes on. */
  readonly open: boolean;
  /** Whether it goes on although the verdict is not a pass. */
  readonly warning: boolean;
  readonly report: string;
  /** What the resource records: nothing that a clock or a later backup would change. */
  readonly outputs: JsonObject;
}

const enforcementValues = ["deny", "warn", "off"] as const;
const controls = z.object({
  enforcement: z
    .enum(enforcementValues)
    .optional()
    .describe(
      "What a verdict other than `pass` does: `deny` refuses the deployment (the default), `warn` says so and goes on, `off` asks nothing and goes on.",
    ),
  previewEnforcement: z
    .enum(enforcementValues)
    .optional()
    .describe("The same for `pulumi preview` alone. Default: `enforcement`."),
});

export function gateOf(operation: Operation): Gate {
  const { names, identity, datedAs, summary } = operation;
  const judged = readinessInputs(operation);
  const inputs = z.object({ ...judged.shape, ...controls.shape });
  const outputs = z.object({
    verdict: z
      .enum(["pass", "fail", "pending", "unknown", "off"])
      .describe(
        "The verdict when the gate was last created or updated. Other than `pass` only under `warn` and `off`.",
      ),
    [identity]: z
      .string()
      .optional()
      .describe(`The ID of the ${names.label} that let the gate pass. A newer one does not change it.`),
    ...(datedAs && { [datedAs.name]: z.string().optional().describe(datedAs.doc) }),
    [names.one]: recordSchema(operation).optional().describe(`The ${names.label} that let the gate pass.`),
  });

  async function evaluate(session: Session, given: JsonObject, phase: Phase): Promise<GateOutcome> {
    checkArguments(operation, inputs, given);
    const { enforcement = "deny", previewEnforcement = enforcement } = controls.parse(given);
    const effective = phase === "preview" ? previewEnforcement : enforcement;
    if (effective === "off") return { open: true, warning: false, report: "", outputs: { verdict: "off" } };
    const question = Object.entries(given).filter(([name]) => name in judged.shape);
    const assessment = await judge(session, operation, Object.fromEntries(question));
    const passed = assessment.verdict === "pass";
    return {
      open: passed || effective === "warn",
      warning: !passed,
      report: assessment.report,
      outputs: record(operation, assessment),
    };
  }

  return {
    operation,
    name: `${names.type}Gate`,
    doc: `Lets through what depends on it only while the ${names.labels} are good enough. Evaluated in preview and in up. ${summary}`,
    inputs,
    outputs,
    evaluate,
    check(given, unknown) {
      const known = Object.entries(inputs.shape).filter(([name]) => !unknown.has(name));
      const shape = z.object(Object.fromEntries(known));
      if (unknown.size > 0) validate(shape, given);
      else checkArguments(operation, shape, given);
    },
  };
}

function record({ identity, names, datedAs }: Operation, { verdict, best, region }: Assessment): JsonObject {
  if (verdict !== "pass" || best === undefined || region === undefined) return { verdict };
  const at = datedAs && best.record[datedAs.name];
  return {
    verdict,
    [identity]: best.id,
    ...(datedAs && at !== undefined ? { [datedAs.name]: at } : {}),
    [names.one]: { ...best.record, region },
  };
}
