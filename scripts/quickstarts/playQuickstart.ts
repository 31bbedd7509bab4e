import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "../../emulator/index.ts";
import { outputs } from "../build/outputs.ts";
import type { CodeBlock } from "../documentation/codeBlocks.ts";
import { engineEnvironment } from "../engine/engineEnvironment.ts";
import { programsFolder } from "../languages/folders.ts";
import { run } from "../languages/run.ts";
import { ProgramHost } from "./ProgramHost.ts";
import { packageAdd } from "./packageAdd.ts";
import { placePluginTarball } from "./pluginTarball.ts";
import { programOf } from "./programOf.ts";
import type { Quickstart } from "./quickstarts.ts";

const subject = "rm-bp1shop0healthy01";
const DAY = 86_400_000;

/** Follows a quick start from an empty folder, and throws at the first thing that is not as the README says. */
export async function playQuickstart(
  { parts, runtime, workspace }: Quickstart,
  page: readonly CodeBlock[],
  onStep: (step: string) => void,
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "alicloud-backups-quickstart-"));
  const folder = join(root, "shop", workspace ?? "");
  mkdirSync(folder, { recursive: true });
  if (workspace) writeFileSync(join(root, "shop", "package.json"), JSON.stringify({ workspaces: [workspace] }));
  await using emulator = await startEmulator();
  const [key] = emulator.credentials;
  const engineFolder = process.env.PULUMI_ENGINE_DIR ?? "";
  const env = {
    ...engineEnvironment({ engineFolder, folder: root, passphrase: "a passphrase for a quick start" }),
    ALICLOUD_ACCESS_KEY: key?.accessKey ?? "",
    ALICLOUD_SECRET_KEY: key?.secretKey ?? "",
    RDS_ENDPOINT: emulator.url,
    PIP_CONSTRAINT: join(programsFolder, "python", "requirements.txt"),
  };
  const sections = parts.map((part) => ({ part, blocks: page.filter(({ section }) => section === part.section) }));
  const preview = async () => {
    if (runtime === "yaml") return await outcome("pulumi preview --color never", folder, env);
    await using host = new ProgramHost(await programOf(runtime, folder, env));
    const flags = `--color never --client=${await host.listen()}`;
    const { failed, output } = await outcome(`pulumi preview ${flags}`, folder, env);
    return { failed, output: output + host.output };
  };
  const carryOut = async (command: string) => {
    if (command === "pulumi preview") return;
    const tarball = /--file (\S+\.tar\.gz)/.exec(command)?.[1];
    if (tarball) await placePluginTarball(tarball, folder);
    if (command.startsWith("pulumi package add")) {
      assert.ok(runtime === "python" || runtime === "go");
      return await packageAdd(runtime, folder, env);
    }
    await run(["bash", "-c", command.replace(/ pulumi-alicloud-backups$/, ` ${outputs.tarball}`)], {
      cwd: folder,
      env,
    });
  };

  try {
    for (const { part, blocks } of sections) {
      for (const { file, text } of part.files ? blocks : []) if (file) writeFileSync(join(folder, file), text);
    }
    for (const { part, blocks } of sections) {
      const groups = blocks.filter(({ language }) => language === "sh");
      for (const group of (part.commands ?? []).map((index) => groups[index])) {
        assert.ok(group, `The section "${part.section}" has fewer blocks of commands.`);
        for (const command of group.text.trim().split("\n")) await carryOut(command);
      }
    }
    const accepted = await preview();
    assert.ok(!accepted.failed, accepted.output);
    assert.match(accepted.output, /migration +create/);
    onStep("preview goes on while the backups are good");

    emulator.age({ subject }, 3 * DAY);
    const refused = await preview();
    assert.ok(refused.failed, refused.output);
    assert.match(refused.output, /no good backup: the newest usable backup is 3d .* old, older than 26h/);
    assert.doesNotMatch(refused.output, /migration +create/);
    onStep("preview is refused with the report once they are too old");
  } finally {
    rmSync(root, { recursive: true, maxRetries: 3 });
  }
}

async function outcome(command: string, cwd: string, env: NodeJS.ProcessEnv) {
  try {
    return { failed: false, output: await run(["bash", "-c", `${command} --non-interactive`], { cwd, env }) };
  } catch (error) {
    return { failed: true, output: error instanceof Error ? error.message : String(error) };
  }
}
