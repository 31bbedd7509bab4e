import { instances } from "../data/backupLists.ts";
import type { Part } from "../measure/part.ts";
import { backupIdIn } from "../plugin/backupIdIn.ts";
import { PluginUnderTest } from "../plugin/PluginUnderTest.ts";

/** How many requests the search for the newest good backup takes, of an instance with a long history. */
export const newestBackup: Part = {
  name: "requests for the newest",
  measure: async ({ service }) => {
    await service.setLatency(0);
    await using plugin = await PluginUnderTest.start(service.port);
    const requestsFor = (instanceId: string) =>
      service.countRequests(async () => backupIdIn(await plugin.latest(instanceId)));
    return {
      timings: [],
      figures: [
        {
          name: "requests for the newest of two years of 14 backups a day",
          value: await requestsFor(instances.twoYears),
          unit: "requests",
          better: "lower",
          goal: 1,
        },
        {
          name: "requests for the newest of the same where the last week has failed",
          value: await requestsFor(instances.badWeek),
          unit: "requests",
          better: "lower",
          goal: 3,
        },
      ],
    };
  },
};
