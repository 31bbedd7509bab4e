import { instances } from "./data/backupLists.ts";
import type { Part } from "./measure/part.ts";
import { largeList } from "./parts/largeList.ts";
import { peakMemory } from "./parts/peakMemory.ts";
import { startUp } from "./parts/startUp.ts";

const large = { instanceId: instances.hourly(10_000), count: 10_000 };

/** All of the benchmark. `npm run bench -- "10,000"` runs those with that in their names. */
export const parts: readonly Part[] = [
  largeList({
    name: "10,000 backups at 20 ms",
    ...large,
    latencyMs: 20,
    goals: { "sequential pop-core": 3.8, "bare http at 5 in flight": 0.85 },
  }),
  largeList({
    name: "10,000 backups at 0 ms",
    ...large,
    latencyMs: 0,
    goals: { "sequential pop-core": 1 },
    cpuGoal: 1.9,
  }),
  peakMemory({
    name: "peak memory, 10,000 backups,",
    ...large,
    goals: new Map([
      [1, 160],
      [10, 220],
    ]),
  }),
  startUp,
];
