import * as pulumi from "@pulumi/pulumi";
import { Provider, rds } from "../../../sdk/index.ts";
import { Later } from "../../support/engine/engineLater.ts";

/** The provider's region comes from a resource: in the first preview it is not known yet. */
export function program() {
  const provider = new Provider("backups", { region: new Later("place", "cn-hangzhou").value });
  const dbInstanceId = "rm-bp1wiki00stale001";
  const latest = rds.getLatestBackupOutput({ dbInstanceId }, { provider });
  const gate = new rds.BackupGate("gate", { dbInstanceId, maxAge: "26h" }, { provider });
  new pulumi.Stash("migration", { input: gate.backupId }, { dependsOn: gate });
  return Promise.resolve({
    latestBackupId: latest.backupId,
    shape: latest.apply((found) => Object.keys(found).length),
  });
}
