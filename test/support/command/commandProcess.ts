import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type Credential, demoCredentials, type Emulator } from "../../../emulator/index.ts";
import { withoutUserSettings } from "../../../scripts/engine/withoutUserSettings.ts";
import { unpackedProject } from "../../../scripts/matrix/unpackedProject.ts";
import { refuseSecrets } from "../secrets/refuseSecrets.ts";

/** How a command ended, and what it printed. */
export interface CommandRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input. */
  readonly input?: string;
  /** Where it runs. */
  readonly cwd?: string;
  /** Called when it has begun. */
  readonly whileRunning?: (child: ChildProcess) => void;
}

/** Settings with which nothing is tried twice, where how long that takes is not what is tested. */
export const noRetries = {
  args: ["--config-from", "-"],
  input: "config:\n  alicloud-backups:maxRetryTimeout: 0\n",
} as const;

/** The command of the packed package, in a project of its own, for the tests of a file. */
export function usePackedCommand(): { readonly program: string; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "alicloud-backups-command-"));
  afterAll(() => rmSync(folder, { recursive: true, maxRetries: 3 }));
  const installed = join(unpackedProject(folder, "beside"), "node_modules/pulumi-alicloud-backups");
  const { bin } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  return { program: join(installed, bin["pulumi-alicloud-backups"]), folder };
}

/** Runs a program to its end, with nothing of what the person who runs the tests has set. */
export function runProgram(
  program: string,
  args: readonly string[],
  { env, input = "", cwd, whileRunning }: RunOptions = {},
): Promise<CommandRun> {
  const child = spawn(program, args, {
    env: { ...withoutUserSettings(process.env), GITHUB_ACTIONS: "", ...env },
    stdio: ["pipe", "pipe", "pipe"],
    timeout: 60_000,
    ...(cwd !== undefined && { cwd }),
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdin.on("error", () => undefined).end(input);
  whileRunning?.(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      refuseSecrets([
        { where: "stdout", text: stdout },
        { where: "stderr", text: stderr },
      ]);
      resolve({ code, signal, stdout, stderr });
    });
  });
}

/** The environment in which the command, and the plugin, reach an emulator. */
export function environmentFor(
  { url }: Pick<Emulator, "url">,
  { accessKey, secretKey, securityToken }: Credential = demoCredentials.owner,
): Readonly<Record<string, string>> {
  return {
    ALICLOUD_ACCESS_KEY: accessKey,
    ALICLOUD_SECRET_KEY: secretKey,
    ...(securityToken !== undefined && { ALICLOUD_SECURITY_TOKEN: securityToken }),
    ALICLOUD_REGION: "cn-hangzhou",
    RDS_ENDPOINT: url,
    ALIBABA_CLOUD_ENDPOINT_DBS: url,
  };
}
