import { readFile } from "node:fs/promises";
import { Instance } from "@pulumi/alicloud/rds/instance.js";
import * as pulumi from "@pulumi/pulumi";
import { rds } from "../../../sdk/index.ts";

/** A release behind a gate, as the test says in `gate.json` before each run; the gate of a new database, if there is one. */
export async function program() {
  const { type, given, db } = JSON.parse(await readFile("gate.json", "utf8"));
  const args = db === undefined ? given : { ...given, dbInstanceId: new Instance("db", db).id };
  const gate = type === "MigrateTaskGate" ? new rds.MigrateTaskGate("gate", args) : new rds.BackupGate("gate", args);
  new pulumi.Stash("migration", { input: "release 1" }, { dependsOn: gate });
}
