import * as pulumi from "@pulumi/pulumi";
import { Provider, rds } from "../../../sdk/index.ts";

/** All lookups and a gate, with the temporary key given to an explicit provider. */
export async function program() {
  const provider = new Provider("backups", {
    region: "cn-hangzhou",
    accessKey: process.env.TEMPORARY_KEY ?? "",
    secretKey: process.env.TEMPORARY_SECRET ?? "",
    securityToken: process.env.TEMPORARY_TOKEN ?? "",
    endpoints: { rds: process.env.RDS_ENDPOINT },
  });
  const dbInstanceId = "rm-bp1shop0healthy01";
  const { ids } = await rds.getBackups({ dbInstanceId }, { provider });
  const backup = rds.getBackupOutput({ dbInstanceId, backupId: ids[0] ?? "" }, { provider });
  const gate = new rds.BackupGate("gate", { dbInstanceId }, { provider });
  const readiness = rds.getBackupReadinessOutput({ dbInstanceId }, { provider });
  const download = rds.getBackupDownloadOutput({ dbInstanceId, backupId: ids[0] ?? "" }, { provider });
  new pulumi.Stash("kept", {
    input: { all: rds.getBackupsOutput({ dbInstanceId }, { provider }), backup, readiness, download },
  });
  return { ids, backup, download, readiness, record: gate.backup };
}
