import { instances } from "./data/backupLists.ts";
import type { Part } from "./measure/part.ts";
import { hugeList } from "./parts/hugeList.ts";
import { largeList } from "./parts/largeList.ts";
import { manyLookups } from "./parts/manyLookups.ts";
import { newestBackup } from "./parts/newestBackup.ts";
import { peakMemory } from "./parts/peakMemory.ts";
import { preview } from "./parts/preview.ts";
import { roundTrip } from "./parts/roundTrip.ts";
import { BARE_HTTP, SEQUENTIAL } from "./parts/startListPeers.ts";
import { startUp } from "./parts/startUp.ts";

const tenThousand = { instanceId: instances.hourly(10_000), count: 10_000 };

/** All of the benchmark. `npm run bench -- "10,000"` runs those with that in their names. */
export const parts: readonly Part[] = [
  largeList({
    name: "10,000 backups at 20 ms",
    ...tenThousand,
    latencyMs: 20,
    goals: { [SEQUENTIAL]: 3.8, [BARE_HTTP]: 0.85 },
    peers: "all",
  }),
  largeList({
    name: "10,000 backups at 0 ms",
    ...tenThousand,
    latencyMs: 0,
    goals: { [SEQUENTIAL]: 1 },
    cpuGoal: 1.9,
    peers: "all",
  }),
  // No service answers in 0 ms. From here on, asking for several pages at once makes up for what a whole answer costs.
  largeList({
    name: "10,000 backups at 1 ms",
    ...tenThousand,
    latencyMs: 1,
    peers: "without official clients",
  }),
  // At this latency, 10,000 would take longer than all other parts together.
  largeList({
    name: "3,000 backups at 100 ms",
    instanceId: instances.hourly(3000),
    count: 3000,
    latencyMs: 100,
    peers: "all",
  }),
  largeList({
    name: "10,000 backups, oldest first, at 20 ms",
    instanceId: instances.oldestFirst(10_000),
    count: 10_000,
    latencyMs: 20,
    peers: "without official clients",
  }),
  peakMemory({
    name: "peak memory of 10,000 backups",
    ...tenThousand,
    goals: new Map([
      [1, 160],
      [10, 220],
    ]),
  }),
  hugeList,
  peakMemory({
    name: "peak memory of 100,000 backups",
    instanceId: instances.dense(100_000),
    count: 100_000,
    goals: new Map([[1, 500]]),
  }),
  manyLookups,
  roundTrip,
  newestBackup,
  startUp,
  preview,
];
