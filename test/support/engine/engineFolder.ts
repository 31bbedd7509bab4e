import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { z } from "zod";
import { type Credential, demoCredentials, type Emulator } from "../../../emulator/index.ts";
import type { JsonObject } from "../../../provider/core/json.ts";
import { engineEnvironment } from "../../../scripts/engine/engineEnvironment.ts";
import { projectRoot } from "../../../scripts/projectRoot.ts";
import { refuseSecrets } from "../secrets/refuseSecrets.ts";
import { nameOf } from "./engineEvents.ts";
import { engineFolder } from "./engineTests.ts";
import { engineTexts } from "./engineTexts.ts";
import { initStack } from "./initStack.ts";

/** A Pulumi project of its own in a temporary folder: home, state, program and logs are all in there. */
export interface EngineFolder extends AsyncDisposable {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  /** The resources in the state, by name, without the stack's own. */
  readonly state: () => Promise<Readonly<Record<string, { type: string; outputs: JsonObject }>>>;
}

export const stackName = "test";
/** The folder of `pulumi-resource-pulumi-nodejs`, which a full Pulumi installation brings along. */
const dynamicProviderHost = join(projectRoot, "node_modules", "@pulumi", "pulumi");
const passphrase = "a passphrase for tests";

/** `pulumiYaml` is the project file as a user would have it beside `provider/`. */
export async function engineProjectFolder(pulumiYaml: string): Promise<EngineFolder> {
  const path = await mkdtemp(join(tmpdir(), "alicloud-backups-engine-"));
  await writeFile(join(path, "Pulumi.yaml"), pulumiYaml);
  await symlink(join(projectRoot, "provider"), join(path, "provider"));
  // As `npm install` would have it: the engine's process for dynamic providers looks for the package from here.
  await mkdir(join(path, "node_modules"));
  await symlink(projectRoot, join(path, "node_modules", "pulumi-alicloud-backups"));
  const environment = engineEnvironment({ engineFolder: engineFolder(), folder: path, passphrase });
  const env = {
    ...environment,
    PATH: [environment.PATH, dynamicProviderHost].join(delimiter),
    // Shows the option that writes the event log.
    PULUMI_DEBUG_COMMANDS: "true",
    PULUMI_STACK: stackName,
    // An engine lives for a second, and would spend a quarter of it on collecting its garbage.
    GOGC: "off",
    GOMEMLIMIT: "1GiB",
  };
  await initStack(stackName, { path, env });
  return {
    path,
    env,
    state: () => readState(join(path, "state")),
    [Symbol.asyncDispose]: async () => {
      const texts = await engineTexts({ path });
      await rm(path, { recursive: true, maxRetries: 3 });
      refuseSecrets(texts);
    },
  };
}

/** Region, key and endpoint in the environment, as in a CI job. */
export function emulatorVariables(emulator: Emulator, key: Credential = demoCredentials.owner): Record<string, string> {
  return {
    ALICLOUD_REGION: "cn-hangzhou",
    ALICLOUD_ACCESS_KEY: key.accessKey,
    ALICLOUD_SECRET_KEY: key.secretKey,
    ...(key.securityToken === undefined ? {} : { ALICLOUD_SECURITY_TOKEN: key.securityToken }),
    RDS_ENDPOINT: emulator.url,
  };
}

const resource = z.object({ urn: z.string(), type: z.string(), outputs: z.record(z.string(), z.json()).default({}) });
const checkpoint = z.object({
  checkpoint: z.object({ latest: z.object({ resources: z.array(resource).default([]) }).optional() }),
});

async function readState(folder: string) {
  const files = await readdir(join(folder, ".pulumi", "stacks"), { recursive: true });
  const file = files.find((name) => name.endsWith(`${stackName}.json`));
  if (file === undefined) throw new Error(`There is no state in ${folder}.`);
  const text = await readFile(join(folder, ".pulumi", "stacks", file), "utf8");
  const resources = checkpoint.parse(JSON.parse(text)).checkpoint.latest?.resources ?? [];
  return Object.fromEntries(
    resources
      .filter(({ type }) => !type.startsWith("pulumi:pulumi:") && !type.startsWith("pulumi:providers:"))
      .map(({ urn, type, outputs }) => [nameOf(urn), { type, outputs }]),
  );
}
