import * as pulumi from "@pulumi/pulumi";
import { type Enforcements, enforcementIn } from "../generated/enforcementIn.ts";
import { overrideStanding } from "../generated/override.ts";
import { type GetBackupReadinessArgs, getBackupReadiness } from "../generated/rds/index.ts";
import { reportWithNotes } from "../generated/reportWithNotes.ts";
import type { Override } from "../generated/types.ts";
import { NotEvaluatedError } from "../lookup.ts";
import { changedProperties } from "./changedProperties.ts";
import { createTimeText, guardedTypes, regionFromZone } from "./guardedTypes.ts";

/** The conditions of `rds.getBackupReadiness`, and when they matter. */
export interface HookOptions extends Omit<GetBackupReadinessArgs, "dbInstanceId" | "dbInstanceIds"> {
  /** What a verdict other than `pass` does: `deny` (the default) stops the step, `warn` says so, `off` asks nothing. */
  readonly enforcement?: Enforcements["enforcement"];
  /** The same for `pulumi preview` alone. Default: `enforcement`. */
  readonly previewEnforcement?: Enforcements["previewEnforcement"];
  /** Break-glass: until this time every step goes on whatever the verdict is, with a warning that has report and reason. */
  readonly override?: Override | undefined;
  /** An update that changes nothing but these properties needs no backup. Default: `tags` and `description`. */
  readonly ignoreProperties?: readonly string[] | undefined;
  /** The alicloud-backups provider to ask with. Default: the stack's own configuration. */
  readonly provider?: pulumi.ProviderResource | undefined;
}

/** What the hook knows beside its options. */
interface JudgeStepContext {
  /** Another instance than the step's own. */
  readonly explicitId?: string | undefined;
  /** Why the provider cannot be called at all. */
  readonly obstacle?: Error | undefined;
}

/** Lets an update or delete go on, or throws the report. */
export async function judgeStep(
  options: HookOptions,
  step: pulumi.ResourceHookArgs,
  context: JudgeStepContext = {},
): Promise<void> {
  const {
    enforcement,
    previewEnforcement,
    override,
    ignoreProperties = DEFAULT_IGNORED,
    ...readinessOptions
  } = options;
  const effective = enforcementIn(pulumi.runtime.isDryRun() ? "preview" : "up", { enforcement, previewEnforcement });
  if (effective === "off" || (await isHarmless(step, ignoreProperties))) return;
  const refusal = await refusalOf(readinessOptions, step, context);
  if (refusal === undefined) return;
  const { stops, serviceTime = 0, error } = refusal;
  const standing = overrideStanding(override, Math.max(serviceTime, Date.now()));
  if (standing.kind === "tooLong") throw new pulumi.RunError(`${step.name}: override.until: ${standing.fault}.`);
  const report = reportWithNotes(refusal.report, standing.note);
  if (stops && standing.kind !== "inForce" && effective !== "warn") {
    throw error !== undefined && standing.note === undefined ? error : new pulumi.RunError(report);
  }
  await pulumi.log.warn(`${step.name}: ${report}`);
}

const DEFAULT_IGNORED = ["tags", "description"];

const NO_INSTANCE =
  "it cannot be told which RDS instance this is: its instance ID is missing or a secret. " +
  "Give the hook a dbInstanceId, or leave the resource out of the guard with match.";

interface StepRefusal {
  readonly report: string;
  /** False when the provider could not be called yet, which only happens in preview. */
  readonly stops: boolean;
  /** When the verdict was reached, by the service's clock; undefined without an answer. */
  readonly serviceTime?: number | undefined;
  /** What happened in place of an answer. */
  readonly error?: unknown;
}

/** The conditions, and the provider to ask with. */
type ReadinessOptions = Omit<HookOptions, "enforcement" | "previewEnforcement" | "override" | "ignoreProperties">;

/** What speaks against the step; undefined when nothing does. */
async function refusalOf(
  { provider, ...conditions }: ReadinessOptions,
  step: pulumi.ResourceHookArgs,
  { explicitId, obstacle }: JudgeStepContext,
): Promise<StepRefusal | undefined> {
  try {
    if (obstacle) throw obstacle;
    const dbInstanceId = explicitId ?? guardedTypes.get(step.type)?.(step);
    if (dbInstanceId === undefined) throw new pulumi.RunError(`${step.name}: ${NO_INSTANCE}`);
    // Zone and age are those of the step's own resource, and tell nothing of another instance.
    const own = explicitId === undefined ? step : undefined;
    const region = conditions.region ?? (own && regionFromZone(own));
    const createTime =
      conditions.createTime ?? (conditions.newInstances === "allow" && own ? createTimeText(own) : undefined);
    const question = { ...conditions, dbInstanceId, region, createTime };
    const answer = await getBackupReadiness(question, { async: true, ...(provider && { provider }) });
    if (answer.evaluated === true && answer.verdict === "pass") return undefined;
    const report = answer.report ?? `${dbInstanceId}: the backups were not evaluated.`;
    const serviceTime = Date.parse(answer.evaluatedAt);
    return { report, stops: true, serviceTime: Number.isNaN(serviceTime) ? undefined : serviceTime };
  } catch (error) {
    const report = error instanceof Error ? error.message : String(error);
    return { report, stops: !(error instanceof NotEvaluatedError && pulumi.runtime.isDryRun()), error };
  }
}

/** Only an update has both old and new inputs. */
async function isHarmless(step: pulumi.ResourceHookArgs, ignored: readonly string[]): Promise<boolean> {
  if (step.oldInputs === undefined || step.newInputs === undefined) return false;
  const changed = await changedProperties(step);
  return changed.length > 0 && changed.every((name) => ignored.includes(name));
}
