import * as pulumi from "@pulumi/pulumi";
import { rds } from "../../../sdk/index.ts";

/** A release behind a gate, whose type and arguments the test says. */
export function program() {
  const { GATE_TYPE: type, GATE_ARGUMENTS: given = "{}" } = process.env;
  const gate =
    type === "MigrateTaskGate"
      ? new rds.MigrateTaskGate("gate", JSON.parse(given))
      : new rds.BackupGate("gate", JSON.parse(given));
  new pulumi.Stash("migration", { input: "release 1" }, { dependsOn: gate });
  return Promise.resolve();
}
