import * as dynamic from "pulumi-alicloud-backups/dynamic";
import { rds } from "../../../sdk/index.ts";
import { WIKI } from "../scene.ts";

/** Gates that went on with a warning: a change on every run, as they would have to warn again. */
export function program() {
  new rds.BackupGate("warnedBackup", { dbInstanceId: WIKI, maxAge: "26h", enforcement: "warn" });
  new dynamic.BackupGate("warnedDynamicBackup", { dbInstanceId: WIKI, maxAge: "26h", enforcement: "warn" });
  return Promise.resolve();
}
