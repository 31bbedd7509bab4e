import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** The engine passes its own address. Nothing listens at this one, and nothing is called before the port line. */
const engineAddress = "127.0.0.1:1";

/** Milliseconds until a plugin tells its port; it then stays up for `linger` milliseconds. */
export async function startPlugin(program: string, linger = 0): Promise<number> {
  const started = performance.now();
  const plugin = spawn(program, [engineAddress], { stdio: ["ignore", "pipe", "inherit"], timeout: 20_000 });
  const ended = once(plugin, "close");
  const first = await Promise.race([once(plugin.stdout, "data"), ended]);
  const elapsed = performance.now() - started;
  if (!/^\d+\n/.test(String(first[0])))
    throw new Error("The plugin ended, or wrote something else, before its port line.");
  await sleep(linger);
  plugin.kill("SIGKILL");
  await ended;
  return elapsed;
}
