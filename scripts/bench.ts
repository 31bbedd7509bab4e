// npm run bench: how long the plugin takes from its start to its port line, against a bare Node.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "./projectRoot.ts";

const rounds = 15;
const limit = 4;
const launcher = join(projectRoot, "provider/bin/pulumi-resource-alicloud-backups");
/** The engine passes its own address. Nothing listens at this one, and nothing is called before the port line. */
const engineAddress = "127.0.0.1:1";

/** Milliseconds until the plugin tells its port; it then stays up for `linger` milliseconds. */
async function startPlugin(linger = 0): Promise<number> {
  const started = performance.now();
  const plugin = spawn(launcher, [engineAddress], { stdio: ["ignore", "pipe", "inherit"], timeout: 20_000 });
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

/** Milliseconds for `node -e 0` from start to end. */
async function runBareNode(): Promise<number> {
  const started = performance.now();
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "close");
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

console.log(`Starting the plugin and a bare Node ${process.version}, ${rounds} times each in turn (a few seconds).`);
// The first start is not counted: it fills the compile cache, half a second after it began.
await startPlugin(1500);
await runBareNode();
const plugin: number[] = [];
const node: number[] = [];
for (let round = 0; round < rounds; round++) {
  plugin.push(await startPlugin());
  node.push(await runBareNode());
}
const ratio = median(plugin) / median(node);
console.log(`plugin, start to port line: ${median(plugin).toFixed(0)} ms (median)`);
console.log(`node -e 0:                  ${median(node).toFixed(0)} ms (median)`);
console.log(`ratio:                      ${ratio.toFixed(2)} (at most ${limit})`);
process.exitCode = ratio <= limit ? 0 : 1;
