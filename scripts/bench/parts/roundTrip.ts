import { instances, ONE_PAGE } from "../data/backupLists.ts";
import type { Part } from "../measure/part.ts";
import { quantile } from "../measure/quantile.ts";
import { PluginUnderTest } from "../plugin/PluginUnderTest.ts";
import { LineProcess } from "../process/LineProcess.ts";
import { readByPeer } from "./readByPeer.ts";

const A_ROUND = 150;
const instance = instances.hourly(ONE_PAGE);

/** One lookup after another, of one page of 96 rows. */
export const roundTrip: Part = {
  name: "invoke round trip",
  measure: async ({ service, rounds }) => {
    await service.setLatency(0);
    await using plugin = await PluginUnderTest.start(service.port);
    await using popCore = LineProcess.node("peers/popCore.ts", [String(service.port)]);
    const latest = () => plugin.latest(instance);
    const request = readByPeer(popCore, { instances: [instance], count: ONE_PAGE, atOnce: 1 });
    await timesOf(latest);
    await timesOf(request);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(...(await timesOf(latest)));
      theirs.push(...(await timesOf(request)));
    }
    return {
      timings: [],
      figures: [
        { name: "invoke round trip at 0 ms: p50", value: quantile(ours, 0.5), unit: "ms", better: "lower", goal: 3 },
        { name: "invoke round trip at 0 ms: p99", value: quantile(ours, 0.99), unit: "ms", better: "lower", goal: 10 },
        {
          name: "invoke round trip at 0 ms: p50 ÷ that of a pop-core request",
          value: quantile(ours, 0.5) / quantile(theirs, 0.5),
          unit: "ratio",
          better: "lower",
        },
      ],
      notes: [`${ours.length} lookups of an instance with ${ONE_PAGE} backups, one after another.`],
    };
  },
};

async function timesOf(run: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < A_ROUND; count++) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return times;
}
