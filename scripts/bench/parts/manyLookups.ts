import { instances, ONE_PAGE } from "../data/backupLists.ts";
import { interleave } from "../measure/interleave.ts";
import type { Part } from "../measure/part.ts";
import { timingOf } from "../measure/timingOf.ts";
import { PluginUnderTest } from "../plugin/PluginUnderTest.ts";
import { LineProcess } from "../process/LineProcess.ts";
import { readByPeer } from "./readByPeer.ts";
import { PARALLEL } from "./startListPeers.ts";

const COUNT = 100;
const LATENCY_MS = 20;
const different = Array.from({ length: COUNT }, (_, n) => instances.onePage(n));
const identical = different.map(() => instances.onePage(0));

/** What a program with a hundred databases does: all lookups at once. */
export const manyLookups: Part = {
  name: "100 lookups at once",
  measure: async ({ service, rounds }) => {
    await service.setLatency(LATENCY_MS);
    await using plugin = await PluginUnderTest.start(service.port);
    await using popCore = LineProcess.node("peers/popCore.ts", [String(service.port)]);
    const lookUp = (each: readonly string[]) => Promise.all(each.map((instance) => plugin.latest(instance)));
    const timings = await interleave(
      [
        { name: "plugin, 100 different", run: () => lookUp(different), pid: plugin.pid },
        { name: "plugin, 100 identical", run: () => lookUp(identical), pid: plugin.pid },
        {
          name: PARALLEL,
          run: readByPeer(popCore, { instances: different, count: COUNT * ONE_PAGE, atOnce: 5 }),
          pid: popCore.pid,
        },
      ],
      rounds,
    );
    return {
      timings,
      figures: [
        {
          name: `100 different lookups at 20 ms: plugin ÷ ${PARALLEL}`,
          value: timingOf(timings, "plugin, 100 different").median / timingOf(timings, PARALLEL).median,
          unit: "ratio",
          better: "lower",
          goal: 1.15,
        },
        {
          name: "100 different lookups: requests",
          value: await service.countRequests(() => lookUp(different)),
          unit: "requests",
          better: "lower",
          goal: COUNT,
        },
        {
          name: "100 identical lookups: requests",
          value: await service.countRequests(() => lookUp(identical)),
          unit: "requests",
          better: "lower",
          goal: 1,
        },
      ],
    };
  },
};
