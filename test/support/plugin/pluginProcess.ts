import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { enginePath } from "../../../scripts/engine/enginePath.ts";
import { withoutUserSettings } from "../../../scripts/engine/withoutUserSettings.ts";
import { projectRoot } from "../../../scripts/projectRoot.ts";
import { refuseSecrets } from "../secrets/refuseSecrets.ts";

export const pluginProgram = join(projectRoot, "provider", "bin", "pulumi-resource-alicloud-backups");

/** The built plugin, started as the engine starts it. */
export interface PluginProcess extends AsyncDisposable {
  readonly port: number;
  /** Everything so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** How it ended. */
  readonly end: (signal: NodeJS.Signals) => Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts it and waits for the port line. `args` are what the engine passes: its own flags and its address. */
export async function startPluginProcess(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  program = pluginProgram,
  inheritance: "without user settings" | "nothing inherited" = "without user settings",
): Promise<PluginProcess> {
  const inherited = { ...withoutUserSettings(process.env), PATH: enginePath(undefined) };
  const child = spawn(program, args, {
    env: { ...(inheritance === "nothing inherited" ? {} : inherited), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  const port = await portLine(child, output);

  const end = async (signal: NodeJS.Signals) => {
    const closed = isRunning(child) ? once(child, "close") : undefined;
    child.kill(signal);
    await closed;
    return { code: child.exitCode, signal: child.signalCode };
  };
  return {
    port,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    end,
    [Symbol.asyncDispose]: async () => {
      await end("SIGKILL");
      refuseSecrets(Object.entries(output).map(([where, text]) => ({ where, text })));
    },
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** The first line, whole. */
function portLine(child: ChildProcess, output: { readonly stdout: string; readonly stderr: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => reject(new Error(`The plugin ended with ${code} before its port: ${output.stderr}`)));
    child.stdout?.on("data", () => {
      const [first, ...rest] = output.stdout.split("\n");
      if (rest.length === 0) return;
      if (/^\d+$/.test(first ?? "")) resolve(Number(first));
      else reject(new Error(`The first line is not a port: ${first}`));
    });
  });
}
