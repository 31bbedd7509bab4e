/**
 * Records the state that each of `programs` leaves, with the version in this clone, in a folder named after it:
 * `npm run build`, then `node test/states/record.ts`. See README.md.
 */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type InlineProgramArgs, LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import { z } from "zod";
import { demoCredentials } from "../../emulator/index.ts";
import { engineEnvironment } from "../../scripts/engine/engineEnvironment.ts";
import { ensureEngine } from "../../scripts/engine/ensureEngine.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { startScene, stillClock } from "./startScene.ts";

const programModule = z.object({
  program: z.custom<InlineProgramArgs["program"]>((value) => typeof value === "function"),
});
// Neither when it was, nor where on this machine: `created`, `modified`, `sourcePosition` and what else tells that.
const resource = z.object({
  urn: z.string(),
  custom: z.boolean(),
  id: z.string().optional(),
  type: z.string(),
  inputs: z.json().optional(),
  outputs: z.json().optional(),
  parent: z.string().optional(),
  provider: z.string().optional(),
  propertyDependencies: z.json().optional(),
  dependencies: z.json().optional(),
});
const deployment = z.object({
  manifest: z.object({ magic: z.string(), version: z.string() }),
  resources: z.array(resource),
});
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(await readFile(join(projectRoot, "package.json"), "utf8")));
// What a version recorded stays: this fails when there is something of that version.
const folder = new URL(`./${version}/`, import.meta.url);
await mkdir(folder);

const engine = await ensureEngine();
if (engine.folder === undefined) throw new Error(engine.missing);
const workDir = await mkdtemp(join(tmpdir(), "alicloud-backups-record-"));
const emulator = await startScene();
const environment = engineEnvironment({ engineFolder: engine.folder, folder: workDir, passphrase: "states" });
Object.assign(process.env, environment, stillClock, {
  PATH: [environment.PATH, join(projectRoot, "node_modules", "@pulumi", "pulumi")].join(delimiter),
  ALICLOUD_REGION: "cn-hangzhou",
  ALICLOUD_ACCESS_KEY: demoCredentials.owner.accessKey,
  ALICLOUD_SECRET_KEY: demoCredentials.owner.secretKey,
  RDS_ENDPOINT: emulator.url,
  DBS_ENDPOINT: emulator.url,
});
const providers = [{ name: "alicloud-backups", path: join(projectRoot, "provider", "bin") }];
await writeFile(
  join(workDir, "Pulumi.yaml"),
  JSON.stringify({ name: "inline", runtime: "nodejs", plugins: { providers } }),
);
await mkdir(join(workDir, "node_modules"));
await symlink(projectRoot, join(workDir, "node_modules", "pulumi-alicloud-backups"));

async function record(name: string): Promise<void> {
  const { program } = programModule.parse(await import(`./programs/${name}.ts`));
  const stack = await LocalWorkspace.createStack({ stackName: "test", projectName: "inline", program }, { workDir });
  await stack.up({ color: "never", onOutput: (text) => process.stdout.write(text) });
  const exported = await stack.exportStack();
  const kept = { version: exported.version, deployment: deployment.parse(exported.deployment) };
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(kept, undefined, 2)}\n`);
  await stack.destroy({ remove: true });
}

try {
  for (const name of ["plugin", "dynamic", "warned"]) await record(name);
} finally {
  await emulator.close();
  await rm(workDir, { recursive: true, maxRetries: 3 });
}
// The SDK of Pulumi leaves its connections open.
process.exit();
