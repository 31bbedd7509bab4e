import { median } from "../measure/median.ts";
import type { Part } from "../measure/part.ts";
import { PluginUnderTest } from "../plugin/PluginUnderTest.ts";
import { peakMb, tellsUsage } from "../process/processUsage.ts";
import type { Figure } from "../report/figure.ts";
import { type ListTask, readByPlugin } from "./readByPlugin.ts";

interface PeakMemory extends ListTask {
  readonly name: string;
  /** The peak in MB after so many lookups is to stay below this. */
  readonly goals: ReadonlyMap<number, number>;
}

/** How much memory a plugin has used at most, since its start and after some lookups, each time in a fresh process. */
export function peakMemory({ name, goals, ...list }: PeakMemory): Part {
  return {
    name,
    measure: async ({ service, rounds }) => {
      if (!tellsUsage) return { figures: [], timings: [], notes: [`${name}: only Linux tells the peak of a process.`] };
      await service.setLatency(0);
      const peaks: (readonly number[])[] = [];
      for (let round = 0; round < rounds; round++)
        peaks.push(await measurePeaks(service.port, list, [...goals.keys()]));
      const figures = [...goals].map(
        ([lookups, goal], index): Figure => ({
          name: `${name} after ${lookups === 1 ? "the first lookup" : `${lookups} lookups`}`,
          value: median(peaks.map((peak) => peak[index] ?? Number.NaN)),
          unit: "MB",
          better: "lower",
          goal,
        }),
      );
      return { figures, timings: [] };
    },
  };
}

async function measurePeaks(port: number, list: ListTask, lookups: readonly number[]): Promise<readonly number[]> {
  await using plugin = await PluginUnderTest.start(port);
  const read = readByPlugin(plugin, list);
  const peaks: number[] = [];
  for (let count = 1; count <= Math.max(...lookups); count++) {
    await read();
    if (lookups.includes(count)) peaks.push(peakMb(plugin.pid));
  }
  return peaks;
}
