import * as pulumi from "@pulumi/pulumi";
import { type GetBackupReadinessArgs, getBackupReadiness } from "./generated/rds/index.ts";
import { changedProperties } from "./guard/changedProperties.ts";
import { guardedTypes, regionOf } from "./guard/guardedTypes.ts";

type Enforcement = "deny" | "warn" | "off";

/** Arguments of {@link backupHook}: those of `rds.getBackupReadiness`, and when they matter. */
export interface BackupHookArgs extends Omit<GetBackupReadinessArgs, "dbInstanceId" | "dbInstanceIds"> {
  /** The RDS instance. Default: the resource that the hook is bound to, or the instance that a database lives in. */
  readonly dbInstanceId?: string | undefined;
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

/**
 * A hook for `beforeUpdate` and `beforeDelete` of a database: refuses the step, in preview and in up, unless the
 * instance has a good backup. Once it is in the state, `pulumi destroy` needs `--run-program`. The name is kept in
 * the state: do not change it.
 */
export function backupHook(name: string, args: BackupHookArgs): pulumi.ResourceHook {
  return new pulumi.ResourceHook(name, (step) => judge(args, step), { onDryRun: true });
}

async function judge(args: BackupHookArgs, step: pulumi.ResourceHookArgs): Promise<void> {
  const {
    enforcement = "deny",
    previewEnforcement = enforcement,
    newInstances,
    ignoreProperties,
    provider,
    ...rest
  } = args;
  const effective = pulumi.runtime.isDryRun() ? previewEnforcement : enforcement;
  if (effective === "off" || (await isHarmless(step, ignoreProperties ?? ["tags", "description"]))) return;
  const dbInstanceId = args.dbInstanceId ?? guardedTypes.get(step.type)?.(step);
  if (dbInstanceId === undefined)
    throw refusal(`${step.name}: it cannot be told which RDS instance this is. Give dbInstanceId.`);
  const question = { ...rest, dbInstanceId, region: args.region ?? regionOf(step) };
  const answer = await getBackupReadiness(question, { async: true, ...(provider && { provider }) });
  // Without `evaluated` nobody judged anything: the provider's configuration is not known yet.
  if (answer.evaluated === true && answer.verdict === "pass") return;
  const without = answer.reasons?.every(({ rule }) => rule === "exists") ?? false;
  if (answer.evaluated === true && newInstances === "allow" && without) return;
  const report = answer.report ?? `${dbInstanceId}: the backups were not evaluated.`;
  if (effective === "deny") throw refusal(report);
  await pulumi.log.warn(`${step.name}: ${report}`);
}

/** Only an update has both old and new inputs. */
async function isHarmless(step: pulumi.ResourceHookArgs, ignored: readonly string[]): Promise<boolean> {
  if (step.oldInputs === undefined || step.newInputs === undefined) return false;
  const changed = await changedProperties(step);
  return changed.length > 0 && changed.every((name) => ignored.includes(name));
}

/** Without a stack: the report is for the one who deploys, not about this code. */
function refusal(report: string): Error {
  const error = new pulumi.RunError(report);
  error.stack = report;
  return error;
}
