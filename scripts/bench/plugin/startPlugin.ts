import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../../projectRoot.ts";

/** A program, and its first arguments. */
export type Command = readonly [program: string, ...args: string[]];

/** The engine passes its own address. Nothing listens at this one, and nothing is called before the port line. */
const engineAddress = "127.0.0.1:1";
/** As the npm package starts it. */
export const launcher: Command = [join(projectRoot, "provider/bin/pulumi-resource-alicloud-backups")];

export interface StartedPlugin extends AsyncDisposable {
  readonly port: number;
  readonly pid: number;
}

/** Starts a plugin as the engine does, and waits for its port line. */
export async function startPlugin(
  [program, ...args]: Command,
  env: NodeJS.ProcessEnv = process.env,
): Promise<StartedPlugin> {
  const plugin = spawn(program, [...args, engineAddress], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(plugin, "close");
  const line = once(createInterface({ input: plugin.stdout }), "line").then(([text]) => String(text));
  const first = await Promise.race([line, ended.then(() => undefined)]);
  if (first === undefined || !/^\d+$/.test(first))
    throw new Error(`${program} ended, or wrote something else, before its port line: ${first ?? "nothing"}.`);
  return {
    port: Number(first),
    pid: plugin.pid ?? 0,
    [Symbol.asyncDispose]: async () => {
      plugin.kill("SIGKILL");
      await ended;
    },
  };
}
