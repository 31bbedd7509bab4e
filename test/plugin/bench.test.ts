import { afterAll, beforeAll, expect, test } from "vitest";
import { instances } from "../../scripts/bench/data/backupLists.ts";
import type { Bench } from "../../scripts/bench/measure/part.ts";
import { largeList } from "../../scripts/bench/parts/largeList.ts";
import { newestBackup } from "../../scripts/bench/parts/newestBackup.ts";
import { peakMemory } from "../../scripts/bench/parts/peakMemory.ts";
import { readByPlugin } from "../../scripts/bench/parts/readByPlugin.ts";
import { SEQUENTIAL } from "../../scripts/bench/parts/startListPeers.ts";
import { PluginUnderTest } from "../../scripts/bench/plugin/PluginUnderTest.ts";
import { Service } from "../../scripts/bench/service/Service.ts";

let bench: Bench;
beforeAll(async () => {
  bench = { service: await Service.start(), rounds: 1, pairs: 1 };
});
afterAll(() => bench.service[Symbol.asyncDispose]());

const list = { instanceId: instances.hourly(200), count: 200 };

test("a small list, read by the plugin and its peers: each reads all of it, and has its time", async () => {
  const part = largeList({
    name: "200",
    ...list,
    latencyMs: 0,
    goals: { [SEQUENTIAL]: 1 },
    peers: "without official clients",
  });
  const { figures, timings } = await part.measure(bench);
  expect(timings.map(({ subject }) => subject)).toEqual([
    "plugin",
    "sequential pop-core",
    "pop-core at 5 in flight",
    "bare http at 5 in flight",
  ]);
  for (const { fastest, median, slowest } of timings) {
    expect(fastest).toBeGreaterThan(0);
    expect(median).toBeGreaterThanOrEqual(fastest);
    expect(slowest).toBeGreaterThanOrEqual(median);
  }
  expect(figures[0]).toMatchObject({ name: "200: sequential pop-core ÷ plugin", unit: "ratio", goal: 1 });
  expect(figures[0]?.value).toBeGreaterThan(0);
});

test("a list that is not what was to be read is an error, not a figure", async () => {
  await using plugin = await PluginUnderTest.start(bench.service.port);
  const read = readByPlugin(plugin, { ...list, count: 201 });
  await expect(read()).rejects.toThrow("The plugin answered 200 rows");
});

test.runIf(process.platform === "linux")(
  "the peak of memory never falls (on Linux alone: read from /proc)",
  async () => {
    const part = peakMemory({
      name: "200",
      ...list,
      goals: new Map([
        [1, 1000],
        [2, 1000],
      ]),
    });
    const [first, second] = (await part.measure(bench)).figures.map(({ value }) => value);
    expect(first).toBeGreaterThan(20);
    expect(second).toBeGreaterThanOrEqual(first ?? Number.NaN);
  },
);

test("the requests for the newest backup are counted", async () => {
  const { figures } = await newestBackup.measure(bench);
  expect(figures.map(({ value }) => value)).toEqual([1, expect.toSatisfy((count) => count >= 1 && count <= 3)]);
});
