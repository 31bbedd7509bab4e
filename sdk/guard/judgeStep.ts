import * as pulumi from "@pulumi/pulumi";
import { type GetBackupReadinessArgs, getBackupReadiness, getBackups } from "../generated/rds/index.ts";
import { NotEvaluated } from "../lookup.ts";
import { changedProperties } from "./changedProperties.ts";
import { guardedTypes, regionOf } from "./guardedTypes.ts";

type Enforcement = "deny" | "warn" | "off";

/** The conditions of `rds.getBackupReadiness`, and when they matter. */
export interface HookOptions extends Omit<GetBackupReadinessArgs, "dbInstanceId" | "dbInstanceIds"> {
  /** What a verdict other than `pass` does: `deny` (the default) stops the step, `warn` says so, `off` asks nothing. */
  readonly enforcement?: Enforcement | undefined;
  /** The same for `pulumi preview` alone. Default: `enforcement`. */
  readonly previewEnforcement?: Enforcement | undefined;
  /** An update that changes nothing but these properties needs no backup. Default: `tags` and `description`. */
  readonly ignoreProperties?: readonly string[] | undefined;
  /** Whether an instance that has no backup at all yet may be changed. Default: `deny`. */
  readonly newInstances?: "deny" | "allow" | undefined;
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
  question: HookOptions,
  step: pulumi.ResourceHookArgs,
  { explicitId, obstacle }: JudgeStepContext = {},
): Promise<void> {
  const { enforcement = "deny", newInstances, ignoreProperties, previewEnforcement, provider, ...rest } = question;
  const effective = pulumi.runtime.isDryRun() ? (previewEnforcement ?? enforcement) : enforcement;
  if (effective === "off" || (await isHarmless(step, ignoreProperties ?? ["tags", "description"]))) return;
  try {
    if (obstacle) throw obstacle;
    const dbInstanceId = explicitId ?? guardedTypes.get(step.type)?.(step);
    // The zone belongs to the step's own resource, and another instance may be in another region.
    const region = rest.region ?? (explicitId === undefined ? regionOf(step) : undefined);
    if (dbInstanceId === undefined) throw new pulumi.RunError(`${step.name}: ${NO_INSTANCE}`);
    const options = { async: true, ...(provider && { provider }) };
    const objection = await objectionTo({ ...rest, dbInstanceId, region }, options, newInstances === "allow");
    if (objection?.refused) throw new pulumi.RunError(objection.report);
    if (objection) await pulumi.log.warn(`${step.name}: ${objection.report}`);
  } catch (error) {
    if (effective !== "warn") throw error;
    await pulumi.log.warn(`${step.name}: ${error instanceof Error ? error.message : error}`);
  }
}

const NO_INSTANCE =
  "it cannot be told which RDS instance this is: its instance ID is missing or a secret. " +
  "Give the hook a dbInstanceId, or leave the resource out of the guard with match.";

interface Reason {
  readonly report: string;
  /** False when the provider could not be called yet, which only happens in preview. */
  readonly refused: boolean;
}

async function objectionTo(
  question: GetBackupReadinessArgs,
  options: pulumi.InvokeOptions,
  allowNew: boolean,
): Promise<Reason | undefined> {
  try {
    const { evaluated, verdict, report } = await getBackupReadiness(question, options);
    if (evaluated === true && verdict === "pass") return undefined;
    if (evaluated === true && verdict === "fail" && allowNew && (await isNew(question, options))) return undefined;
    return { report: report ?? `${question.dbInstanceId}: the backups were not evaluated.`, refused: true };
  } catch (error) {
    if (error instanceof NotEvaluated && pulumi.runtime.isDryRun()) return { report: error.message, refused: false };
    throw error;
  }
}

/** True without a backup of any kind in the service's whole retention, which is longer than the verdict's lookback. */
async function isNew({ dbInstanceId = "", region }: GetBackupReadinessArgs, options: pulumi.InvokeOptions) {
  const { ids } = await getBackups({ dbInstanceId, region }, options);
  return ids.length === 0;
}

/** Only an update has both old and new inputs. */
async function isHarmless(step: pulumi.ResourceHookArgs, ignored: readonly string[]): Promise<boolean> {
  if (step.oldInputs === undefined || step.newInputs === undefined) return false;
  const changed = await changedProperties(step);
  return changed.length > 0 && changed.every((name) => ignored.includes(name));
}
