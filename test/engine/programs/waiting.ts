import * as pulumi from "@pulumi/pulumi";
import { rds } from "../../../sdk/index.ts";

/** A release behind a gate that waits for a backup of a stale instance. */
export function program() {
  const gate = new rds.BackupGate("gate", { dbInstanceId: "rm-bp1wiki00stale001", maxAge: "26h", waitFor: "2h" });
  new pulumi.Stash("migration", { input: "release 1" }, { dependsOn: gate });
  return Promise.resolve();
}
