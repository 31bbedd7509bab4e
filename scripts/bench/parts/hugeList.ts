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
const [small, huge] = [10_000, 100_000].map((count) => ({ instanceId: instances.dense(count), count }));
const probed = z.object({ longestMs: z.number() });

/** The largest list that the provider reads: whether time grows with the rows alone, and whether others get a turn. */
export const hugeList: Part = {
  name,
  measure: async ({ service, rounds }) => {
    if (small === undefined || huge === undefined) throw new Error("There are two lists.");
    await service.setLatency(0);
    await using plugin = await PluginUnderTest.start(service.port);
    await using probe = LineProcess.node("peers/probe.ts");
    await using popCore = LineProcess.node("peers/popCore.ts", [String(service.port)]);
    const readHuge = readByPlugin(plugin, huge);
    const blocks: number[] = [];
    const timings = await interleave(
      [
        { name: "plugin, 10,000", run: readByPlugin(plugin, small), pid: plugin.pid },
        { name: "plugin, 100,000", run: readHuge, pid: plugin.pid },
        {
          name: SEQUENTIAL,
          run: readByPeer(popCore, { instances: [huge.instanceId], count: huge.count, atOnce: 1 }),
          pid: popCore.pid,
        },
        {
          name: "plugin, 100,000, asked for its version meanwhile",
          run: async () => {
            await probe.ask({ port: plugin.port });
            await readHuge();
            blocks.push(probed.parse(await probe.ask({})).longestMs);
          },
        },
      ],
      rounds,
    );
    const ms = (subject: string) => timingOf(timings, subject).median;
    // The first one was of the round that does not count.
    const longest = blocks.slice(1);
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
      notes: [`Longest block of any of the ${longest.length} lookups: ${Math.max(...longest).toFixed(0)} ms.`],
    };
  },
};
