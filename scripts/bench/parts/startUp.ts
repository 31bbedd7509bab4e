import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ownExecutable } from "../../plugin/ownExecutable.ts";
import { instances, ONE_PAGE } from "../data/backupLists.ts";
import { interleave } from "../measure/interleave.ts";
import type { Part } from "../measure/part.ts";
import { timingOf } from "../measure/timingOf.ts";
import { PluginUnderTest } from "../plugin/PluginUnderTest.ts";
import { readAnswer } from "../plugin/readAnswer.ts";
import { type Command, launcher, startPlugin } from "../plugin/startPlugin.ts";
import type { Figure } from "../report/figure.ts";

/** The launcher writes its compile cache half a second after it began. */
const CACHE_WRITTEN_MS = 2000;

const instance = instances.hourly(ONE_PAGE);
const bareNode: Command = [process.execPath, "-e", 'process.stdout.write("0\\n")'];
const stockPlugin: Command = [process.execPath, join(import.meta.dirname, "../peers/stockPlugin.cjs")];

/** From the start of a process to its port line, and to the first lookup that it answered. */
export const startUp: Part = {
  name: "start",
  measure: async ({ service, pairs }) => {
    await service.setLatency(0);
    const warm = await cacheFolder();
    const executable = await ownExecutable();
    const toFirstAnswer = (command: Command, env: NodeJS.ProcessEnv) => () =>
      timeToFirstAnswer(service.port, command, env);
    try {
      await using first = await PluginUnderTest.start(service.port, { env: warm.env });
      if (readAnswer(await first.latest(instance)).length !== 1)
        throw new Error("The plugin did not answer the lookup.");
      await sleep(CACHE_WRITTEN_MS);
      const timings = await interleave(
        [
          { name: "bare node, first line", run: () => timeToFirstLine(bareNode, process.env) },
          { name: "launcher, port line", run: () => timeToFirstLine(launcher, warm.env) },
          { name: "executable, port line", run: () => timeToFirstLine([executable], warm.env) },
          { name: "launcher, first lookup", run: toFirstAnswer(launcher, warm.env) },
          { name: "launcher, first lookup, cold compile cache", run: () => coldStart(service.port) },
          { name: "executable, first lookup", run: toFirstAnswer([executable], warm.env) },
          { name: "stock plugin, first answer", run: toFirstAnswer(stockPlugin, warm.env) },
        ],
        pairs,
      );
      const ms = (subject: string) => timingOf(timings, subject).median;
      const toBare = (subject: string, goal?: number): Figure => ({
        name: `${subject} ÷ bare node`,
        value: ms(subject) / ms("bare node, first line"),
        unit: "ratio",
        better: "lower",
        goal,
      });
      return {
        timings,
        figures: [
          toBare("launcher, port line", 1.5),
          toBare("executable, port line"),
          toBare("launcher, first lookup", 3.6),
          toBare("launcher, first lookup, cold compile cache", 4.5),
          toBare("executable, first lookup"),
          {
            name: "stock plugin, first answer ÷ launcher, first lookup",
            value: ms("stock plugin, first answer") / ms("launcher, first lookup"),
            unit: "ratio",
            better: "higher",
            goal: 5,
          },
        ],
      };
    } finally {
      await warm.remove();
    }
  },
};

async function timeToFirstLine(command: Command, env: NodeJS.ProcessEnv): Promise<number> {
  const started = performance.now();
  await using _ = await startPlugin(command, env);
  return performance.now() - started;
}

async function timeToFirstAnswer(port: number, command: Command, env: NodeJS.ProcessEnv): Promise<number> {
  const started = performance.now();
  await using plugin = await PluginUnderTest.start(port, { command, env });
  await plugin.latest(instance);
  return performance.now() - started;
}

async function coldStart(port: number): Promise<number> {
  const cold = await cacheFolder();
  try {
    return await timeToFirstAnswer(port, launcher, cold.env);
  } finally {
    await cold.remove();
  }
}

/** An environment whose caches are in a folder of their own, empty at first. */
async function cacheFolder() {
  const folder = await mkdtemp(join(tmpdir(), "alicloud-backups-bench-"));
  return {
    env: { ...process.env, XDG_CACHE_HOME: folder },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
