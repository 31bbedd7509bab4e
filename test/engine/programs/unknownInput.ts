import * as pulumi from "@pulumi/pulumi";
import { rds } from "../../../sdk/index.ts";
import { Later } from "../../support/engine/engineLater.ts";

/** The instance's ID comes from a resource: in the first preview it is not known yet. */
export function program() {
  const dbInstanceId = new Later("db", "rm-bp1wiki00stale001").value;
  const latest = rds.getLatestBackupOutput({ dbInstanceId });
  const gate = new rds.BackupGate("gate", { dbInstanceId, maxAge: "26h" });
  new pulumi.Stash("migration", { input: gate.backupId }, { dependsOn: gate });
  return Promise.resolve({
    latestBackupId: latest.backupId,
    shape: latest.apply((found) => Object.keys(found).length),
  });
}
