import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { type EngineFolder, stackName } from "./engineFolder.ts";

const run = promisify(execFile);
const exported = z.looseObject({ deployment: z.looseObject({}) });

/** Gives a project's stack the state that `pulumi stack export --show-secrets` wrote elsewhere. */
export async function importState({ path, env }: EngineFolder, state: string): Promise<void> {
  const { deployment, ...rest } = exported.parse(JSON.parse(state));
  // The engine encrypts what was shown with the key that the state names: here the stack's own.
  const [, salt] = /^encryptionsalt: (.+)$/m.exec(await readFile(join(path, `Pulumi.${stackName}.yaml`), "utf8")) ?? [];
  const secrets_providers = { type: "passphrase", state: { salt } };
  const file = join(path, "import.json");
  await writeFile(file, JSON.stringify({ ...rest, deployment: { ...deployment, secrets_providers } }));
  await run("pulumi", ["stack", "import", "--stack", stackName, "--file", file], { cwd: path, env, timeout: 60_000 });
}
