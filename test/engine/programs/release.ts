import * as pulumi from "@pulumi/pulumi";
import { rds } from "../../../sdk/index.ts";

export function program() {
  const gate = new rds.BackupGate("gate", { dbInstanceId: "rm-bp1shop0healthy01", maxAge: "26h" });
  new pulumi.Stash("migration", { input: "release 1" }, { dependsOn: gate });
  return Promise.resolve();
}
