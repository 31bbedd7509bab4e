import type * as pulumi from "@pulumi/pulumi";
import { checkOptions } from "./guard/checkOptions.ts";
import { guardHook } from "./guard/guardHook.ts";
import type { HookOptions } from "./guard/judgeStep.ts";

/** Arguments of {@link backupHook}: those of `rds.getBackupReadiness`, and when they matter. */
export interface BackupHookArgs extends HookOptions {
  /** The RDS instance. Default: the resource that the hook is bound to, or the instance that a database lives in. */
  readonly dbInstanceId?: string | undefined;
}

/**
 * A hook for `beforeUpdate` and `beforeDelete` of a database: refuses the step, in preview and in up, unless the
 * instance has a good backup. Once it is in the state, `pulumi destroy` needs `--run-program`. The name is kept in
 * the state: do not change it.
 */
export function backupHook(name: string, args: BackupHookArgs): pulumi.ResourceHook {
  checkOptions(args);
  return guardHook(name, args.provider, () => args);
}
