import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineEnvironment } from "../engine/engineEnvironment.ts";
import { projectRoot } from "../projectRoot.ts";
import { run } from "./run.ts";

const plugin = join(projectRoot, "provider", "bin", "pulumi-resource-alicloud-backups");

/** Throws unless `pulumi package get-schema` of the running plugin has the content of schema.json. */
export async function checkSchemaCommand(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "alicloud-backups-schema-"));
  const engineFolder = process.env.PULUMI_ENGINE_DIR ?? "";
  const env = engineEnvironment({ engineFolder, folder, passphrase: "a passphrase for this run" });
  try {
    const printed: unknown = JSON.parse(await run(["pulumi", "package", "get-schema", plugin], { cwd: folder, env }));
    assert.deepEqual(printed, JSON.parse(readFileSync(join(projectRoot, "schema.json"), "utf8")));
  } finally {
    rmSync(folder, { recursive: true, maxRetries: 3 });
  }
}
