import * as pulumi from "@pulumi/pulumi";
import { rds } from "../../../sdk/index.ts";

/** The instance's ID comes from a resource: in the first preview it is not known yet. */
export function program() {
  const db = new pulumi.Stash("db", { input: "rm-bp1wiki00stale001" });
  const dbInstanceId = db.output.apply(String);
  const latest = rds.getLatestBackupOutput({ dbInstanceId });
  const gate = new rds.BackupGate("gate", { dbInstanceId, maxAge: "26h" });
  new pulumi.Stash("migration", { input: gate.backupId }, { dependsOn: gate });
  return Promise.resolve({ latestBackupId: latest.backupId });
}
