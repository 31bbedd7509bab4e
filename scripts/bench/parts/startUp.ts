import { join } from "node:path";
import { ownExecutable } from "../../plugin/ownExecutable.ts";
import { instances, ONE_PAGE } from "../data/backupLists.ts";
import { interleave } from "../measure/interleave.ts";
import type { Part } from "../measure/part.ts";
import { timingOf } from "../measure/timingOf.ts";
import { cacheFolder } from "../plugin/cacheFolder.ts";
import { PluginUnderTest } from "../plugin/PluginUnderTest.ts";
import { type Command, launcher, startPlugin } from "../plugin/startPlugin.ts";
import { warmCache } from "../plugin/warmCache.ts";
import type { Figure } from "../report/figure.ts";

const BARE = "bare node, first line";
const LOOKUP = "launcher, first lookup";
const STOCK = "stock plugin, first answer";

const bareNode: Command = [process.execPath, "-e", 'process.stdout.write("0\\n")'];
const stockPlugin: Command = [process.execPath, join(import.meta.dirname, "../peers/stockPlugin.cjs")];

/** From the start of a process to its port line, and to the first lookup that it answered. */
export const startUp: Part = {
  name: "start",
  measure: async ({ service, pairs }) => {
    await service.setLatency(0);
    await using cache = await warmCache(service.port);
    const warm = { ...process.env, ...cache.variables };
    const executable: Command = [await ownExecutable()];
    const timings = await interleave(
      [
        { name: BARE, run: () => timeToFirstLine(bareNode, warm) },
        { name: "launcher, port line", run: () => timeToFirstLine(launcher, warm) },
        { name: "executable, port line", run: () => timeToFirstLine(executable, warm) },
        { name: LOOKUP, run: () => timeToFirstAnswer(service.port, launcher, warm) },
        { name: `${LOOKUP}, cold compile cache`, run: () => coldTimeToFirstAnswer(service.port) },
        { name: "executable, first lookup", run: () => timeToFirstAnswer(service.port, executable, warm) },
        { name: STOCK, run: () => timeToFirstAnswer(service.port, stockPlugin, warm) },
      ],
      pairs,
    );
    const ms = (subject: string) => timingOf(timings, subject).median;
    const toBare = (subject: string, goal?: number): Figure => ({
      name: `${subject} ÷ bare node`,
      value: ms(subject) / ms(BARE),
      unit: "ratio",
      better: "lower",
      goal,
    });
    return {
      timings,
      figures: [
        toBare("launcher, port line", 1.5),
        toBare("executable, port line"),
        toBare(LOOKUP, 3.6),
        toBare(`${LOOKUP}, cold compile cache`, 4.5),
        toBare("executable, first lookup"),
        { name: `${STOCK} ÷ ${LOOKUP}`, value: ms(STOCK) / ms(LOOKUP), unit: "ratio", better: "higher", goal: 5 },
      ],
    };
  },
};

async function timeToFirstLine(command: Command, env: NodeJS.ProcessEnv): Promise<number> {
  const started = performance.now();
  await using _ = await startPlugin(command, env);
  return performance.now() - started;
}

async function timeToFirstAnswer(servicePort: number, command: Command, env: NodeJS.ProcessEnv): Promise<number> {
  const started = performance.now();
  await using plugin = await PluginUnderTest.start(servicePort, { command, env });
  await plugin.latest(instances.hourly(ONE_PAGE));
  return performance.now() - started;
}

async function coldTimeToFirstAnswer(servicePort: number): Promise<number> {
  await using cold = await cacheFolder();
  return await timeToFirstAnswer(servicePort, launcher, { ...process.env, ...cold.variables });
}
