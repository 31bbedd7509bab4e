import { readFile } from "node:fs/promises";
import * as pulumi from "@pulumi/pulumi";
import { BackupGate, MigrateTaskGate } from "../../../provider/dynamic/index.ts";

/** A release behind a dynamic gate, as the test says in `gate.json` before each run. */
export async function program() {
  const { type, inputs } = JSON.parse(await readFile("gate.json", "utf8"));
  const gate = type === "MigrateTaskGate" ? new MigrateTaskGate("gate", inputs) : new BackupGate("gate", inputs);
  new pulumi.Stash("migration", { input: "release 1" }, { dependsOn: gate });
}
