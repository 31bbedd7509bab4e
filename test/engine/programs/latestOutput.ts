import * as pulumi from "@pulumi/pulumi";
import { rds } from "../../../sdk/index.ts";

export function program() {
  const latest = rds.getLatestBackupOutput({ dbInstanceId: pulumi.output("rm-bp1shop0healthy01"), maxAge: "26h" });
  return Promise.resolve({ latestBackupId: latest.backupId });
}
