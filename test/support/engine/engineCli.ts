import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Emulator } from "../../../emulator/index.ts";
import { refuseSecrets } from "../secrets/refuseSecrets.ts";
import { EngineEvents } from "./engineEvents.ts";
import { type EngineFolder, emulatorVariables, engineProjectFolder } from "./engineFolder.ts";

/** What a command printed, how it ended and, for preview and up, what the engine did. */
export interface CliRun {
  readonly code: number;
  readonly output: string;
  readonly events: EngineEvents;
}

/** The plain `pulumi` CLI in a project of its own. */
export interface CliProject extends EngineFolder {
  readonly pulumi: (...args: string[]) => Promise<CliRun>;
  readonly preview: (...args: string[]) => Promise<CliRun>;
  /** Without the preview that a person would be shown first. */
  readonly up: (...args: string[]) => Promise<CliRun>;
}

const TIME_LIMIT_MS = 60_000;

/** A YAML program with a stack, in an environment that reaches the emulator. */
export async function startCliProject(
  pulumiYaml: string,
  emulator: Emulator,
  variables: Readonly<Record<string, string>> = {},
): Promise<CliProject> {
  return cliProject(await engineProjectFolder(pulumiYaml), { ...emulatorVariables(emulator), ...variables });
}

export function cliProject(folder: EngineFolder, variables: Readonly<Record<string, string>>): CliProject {
  const env = { ...folder.env, ...variables };
  const log = join(folder.path, "events.jsonl");
  const pulumi = async (...args: string[]): Promise<CliRun> => {
    const { code, output } = await run(["--non-interactive", "--color", "never", ...args], folder.path, env);
    refuseSecrets([{ where: `pulumi ${args[0]}`, text: output }]);
    return { code, output, events: new EngineEvents([]) };
  };
  const withEvents = async (...args: string[]): Promise<CliRun> => {
    await rm(log, { force: true });
    const ran = await pulumi(...args, "--event-log", log);
    const lines = (await readFile(log, "utf8").catch(() => "")).split("\n").filter((line) => line !== "");
    return { ...ran, events: new EngineEvents(lines.map((line) => JSON.parse(line))) };
  };
  return {
    ...folder,
    pulumi,
    preview: (...args) => withEvents("preview", ...args),
    up: (...args) => withEvents("up", "--yes", "--skip-preview", ...args),
  };
}

function run(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
  const child = spawn("pulumi", args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: TIME_LIMIT_MS });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === null) reject(new Error(`pulumi ${args.join(" ")} was stopped by ${signal}:\n${output}`));
      else resolve({ code, output });
    });
  });
}
