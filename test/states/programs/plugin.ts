import * as pulumi from "@pulumi/pulumi";
import { dbs, Provider, rds } from "../../../sdk/index.ts";
import { BILL, CRM, ERP, LOGS, PLAN, SHOP, WIKI } from "../scene.ts";

/** Every gate of the plugin, in the ways in which one is used. */
export function program() {
  const maxAge = process.env.MAX_AGE ?? "26h";
  new rds.BackupGate("backup", { dbInstanceId: SHOP, maxAge });
  new rds.BackupGate("protectedBackup", { dbInstanceId: SHOP, maxAge, denyDestroy: true });
  new rds.BackupGate("manyBackups", { dbInstanceIds: [SHOP, CRM], maxAge });
  new rds.BackupGate("pinnedBackup", { dbInstanceId: SHOP, pin: "1894505002" });
  new rds.BackupGate("newestBackup", { dbInstanceId: SHOP, track: "newest" });
  new rds.BackupGate("secretBackup", { dbInstanceId: pulumi.secret(SHOP), maxAge, denyDestroy: true });
  new rds.BackupGate("offBackup", { dbInstanceId: WIKI, maxAge, enforcement: "off" });
  new rds.BackupGate("conditionalBackup", {
    dbInstanceId: SHOP,
    backupType: "FullBackup",
    backupMethod: "Physical",
    minRemaining: "7d",
    minCount: 2,
    minSize: 1_000_000,
    maxShrink: 50,
    noFailureSinceSuccess: true,
    lookback: "14d",
    region: "cn-hangzhou",
    enforcement: "deny",
    previewEnforcement: "deny",
    waitFor: "2h",
    recheck: "always",
    track: "recorded",
  });
  const beijing = new Provider("beijing", { region: "cn-beijing" });
  new rds.BackupGate("beijingBackup", { dbInstanceId: LOGS, maxAge }, { provider: beijing });

  new rds.MigrateTaskGate("migrateTask", { dbInstanceId: ERP, migrateTaskId: "564522101" });
  new rds.MigrateTaskGate("protectedMigrateTask", { dbInstanceId: ERP, denyDestroy: true });
  new rds.OssDownloadGate("ossDownload", { dbInstanceId: ERP, migrateTaskId: "564522101", stage: "restored" });
  new dbs.DownloadTaskGate("downloadTask", { dbInstanceId: BILL });
  new dbs.BackupSetDownloadTaskGate("backupSetDownloadTask", { backupPlanId: PLAN });
  return Promise.resolve();
}
