import { z } from "zod";
import { instances } from "../data/backupLists.ts";
import { interleave } from "../measure/interleave.ts";
import { median } from "../measure/median.ts";
import type { Part } from "../measure/part.ts";
import { timingOf } from "../measure/timingOf.ts";
import { PluginUnderTest } from "../plugin/PluginUnderTest.ts";
import { LineProcess } from "../process/LineProcess.ts";
import { readByPeer } from "./readByPeer.ts";
import { readByPlugin } from "./readByPlugin.ts";
import { SEQUENTIAL } from "./startListPeers.ts";

const name = "100,000 backups at 0 ms";
const small = { instanceId: instances.dense(10_000), count: 10_000 };
const huge = { instanceId: instances.dense(100_000), count: 100_000 };
const probed = z.object({ longestMs: z.number() });

/** The largest list that the provider reads: whether time grows with the rows alone, and whether others get a turn. */
export const hugeList: Part = {
  name,
  measure: async ({ service, rounds }) => {
    await service.setLatency(0);
    await using plugin = await PluginUnderTest.start(service.port);
    await using probe = LineProcess.node("peers/probe.ts");
    await using popCore = LineProcess.node("peers/popCore.ts", [String(service.port)]);
    const readHuge = readByPlugin(plugin, huge);
    const readBeside = readByPeer(popCore, { instances: [huge.instanceId], count: huge.count, atOnce: 1 });
    const [blocks, delays]: [number[], number[]] = [[], []];
    const probeWhile = async (work: () => Promise<void>, answers: number[]) => {
      await probe.ask({ port: plugin.port });
      await work();
      answers.push(probed.parse(await probe.ask({})).longestMs);
    };
    const timings = await interleave(
      [
        { name: "plugin, 10,000", run: readByPlugin(plugin, small), pid: plugin.pid },
        { name: "plugin, 100,000", run: readHuge, pid: plugin.pid },
        { name: SEQUENTIAL, run: readBeside, pid: popCore.pid },
        { name: "plugin, 100,000, asked for its version meanwhile", run: () => probeWhile(readHuge, blocks) },
        { name: `${SEQUENTIAL}, the idle plugin asked meanwhile`, run: () => probeWhile(readBeside, delays) },
      ],
      rounds,
    );
    // The first ones were of the round that does not count.
    const [longest, longestIdle] = [blocks.slice(1), delays.slice(1)];
    const ms = (subject: string) => timingOf(timings, subject).median;
    return {
      timings,
      figures: [
        {
          name: `${name}: time ÷ that of 10,000`,
          value: ms("plugin, 100,000") / ms("plugin, 10,000"),
          unit: "ratio",
          better: "lower",
          goal: 11,
        },
        {
          name: `${name}: ${SEQUENTIAL} ÷ plugin`,
          value: ms(SEQUENTIAL) / ms("plugin, 100,000"),
          unit: "ratio",
          better: "higher",
        },
        { name: `${name}: longest block`, value: median(longest), unit: "ms", better: "lower", goal: 50 },
      ],
      notes: [
        `Longest block of any of the ${longest.length} lookups: ${Math.max(...longest).toFixed(1)} ms. What the machine adds: ` +
          `an idle plugin took up to ${median(longestIdle).toFixed(1)} ms (median) to answer while pop-core read as much.`,
      ],
    };
  },
};
