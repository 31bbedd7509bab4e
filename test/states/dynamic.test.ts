// Before everything that keeps the clock: dynamic providers run on the machine's own.
import "./stillClock.ts";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { demoCredentials } from "../../emulator/index.ts";
import { failure } from "../support/lookups/lookups.ts";
import { day } from "../support/plugin/pluginScene.ts";
import { outputsIn, type RecordedResource, recordedDynamic, recordedState } from "./recorded.ts";
import { BILL, ERP, PLAN, SHOP, WIKI } from "./scene.ts";
import { startScene } from "./startScene.ts";
import { storedProvider } from "./storedProvider.ts";

/** Dynamic lookups and gates that 0.1.0 recorded, and the methods of now. */
const emulator = await startScene();
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const endpoints = JSON.stringify({ rds: emulator.url, dbs: emulator.url });
const settings = new Map(Object.entries({ region: "cn-hangzhou", ...demoCredentials.owner, endpoints }));
const config = { get: (key: string) => settings.get(key.replace(/^alicloud-backups:/, "")) };

const methodsOf = ({ recorded }: RecordedResource) => storedProvider(recorded.__provider, config);

async function gateMethods(resource: RecordedResource) {
  const methods = await methodsOf(resource);
  if (!("delete" in methods)) throw new Error("A gate can be deleted and refreshed.");
  return methods;
}

const lookups = [
  "latestBackup",
  "latestPinnedBackup",
  "latestMigrateTask",
  "latestOssDownload",
  "latestDownloadTask",
  "latestBackupSetDownloadTask",
];
const gates = [
  "backup",
  "protectedBackup",
  "secretBackup",
  "offBackup",
  "migrateTask",
  "ossDownload",
  "downloadTask",
  "backupSetDownloadTask",
];

test("everything that is recorded has its tests here", () => {
  expect([...lookups, ...gates].sort()).toEqual(Object.keys(outputsIn(recordedState("dynamic"))).sort());
});

describe.each([...lookups, ...gates])("the recorded dynamic %s", (name) => {
  const resource = recordedDynamic(name);
  const { id, before, recorded } = resource;

  test("is no change with the same inputs", async () => {
    const methods = await methodsOf(resource);

    expect(await methods.check(before, before)).toEqual({ inputs: before, failures: [] });
    expect(await methods.diff(id, recorded, before)).toEqual({ changes: false });
  });

  test("is updated when an input changed", async () => {
    const methods = await methodsOf(resource);
    const news = { ...before, lookback: "20d" };

    expect(await methods.check(before, news)).toEqual({ inputs: news, failures: [] });
    if (gates.includes(name)) expect(await methods.diff(id, recorded, news)).toEqual({ changes: true });
    const { outs } = await methods.update(id, recorded, news);

    // The host adds the provider again; what a gate was given stands beside its outputs.
    const { __provider, given, ...kept } = recorded;
    expect(outs).toMatchObject({ ...kept, lookback: "20d" });
    const { __provider: _, ...inputs } = before;
    expect(outs.given).toEqual(gates.includes(name) ? { ...inputs, lookback: "20d" } : undefined);
  });
});

describe.each(lookups)("the recorded dynamic %s", (name) => {
  test("reads the same answer again", async () => {
    const resource = recordedDynamic(name);
    const { __provider, ...answer } = resource.recorded;

    expect((await (await methodsOf(resource)).update(resource.id, resource.recorded, resource.before)).outs).toEqual(
      answer,
    );
  });
});

describe.each(gates)("the recorded dynamic %s", (name) => {
  const resource = recordedDynamic(name);
  const { id, recorded } = resource;

  test("is kept by a refresh, with what it recorded", async () => {
    expect(await (await gateMethods(resource)).read(id, recorded)).toEqual({ id, props: recorded });
  });

  test("is deleted", async () => {
    await (await gateMethods(resource)).delete(id, recorded);
    expect(emulator.requests().length > 0).toBe(name === "protectedBackup");
  });
});

test("a lookup whose answer is another one now is a change", async () => {
  const resource = recordedDynamic("latestBackup");
  const { row } = emulator.repeat({ subject: SHOP });
  const methods = await methodsOf(resource);

  expect(await methods.diff(resource.id, resource.recorded, resource.before)).toEqual({ changes: true });
  const { outs } = await methods.update(resource.id, resource.recorded, resource.before);
  expect(outs).toMatchObject({ backupId: row.BackupId });
});

test.each(["migrateTask", "ossDownload", "downloadTask", "backupSetDownloadTask"])(
  "the recorded dynamic %s, which passed untilPassed, stands after its task vanished, and asks nothing",
  async (name) => {
    const resource = recordedDynamic(name);
    const methods = await methodsOf(resource);
    for (const subject of [ERP, BILL, PLAN]) emulator.remove({ subject });

    expect(await methods.check(resource.before, resource.before)).toEqual({ inputs: resource.before, failures: [] });
    expect(await methods.diff(resource.id, resource.recorded, resource.before)).toEqual({ changes: false });
    expect(emulator.requests()).toEqual([]);
  },
);

describe("a recorded dynamic gate whose backups are too old now", () => {
  const refusal = `${SHOP} (cn-hangzhou): no good backup: the newest usable backup is 3d 9h old, older than 26h.`;
  const headline = (report = "") => report.split("\n")[0];
  beforeEach(() => emulator.age({ subject: SHOP }, 3 * day));

  test("is refused in preview and in up", async () => {
    const { id, before, recorded, ...rest } = recordedDynamic("backup");
    const methods = await methodsOf({ id, before, recorded, ...rest });

    const { failures } = await methods.check(before, before);
    expect(failures.map(({ property, reason }) => [property, headline(reason)])).toEqual([["dbInstanceId", refusal]]);
    expect(await methods.diff(id, recorded, before)).toEqual({ changes: true });
    expect(headline((await failure(methods.update(id, recorded, before))).message)).toBe(refusal);
  });

  test("is not deleted with denyDestroy, and is without", async () => {
    const kept = recordedDynamic("protectedBackup");
    const report = (await failure((await gateMethods(kept)).delete(kept.id, kept.recorded))).message;
    expect(headline(report)).toBe(refusal);
    expect(report).toContain("The gate has denyDestroy");

    const free = recordedDynamic("backup");
    await (await gateMethods(free)).delete(free.id, free.recorded);
  });
});

test("the recorded warnedDynamicBackup, which did not pass, is a change until there is a backup", async () => {
  const resource = recordedDynamic("warnedDynamicBackup", "warned");
  const { id, before, recorded } = resource;
  const methods = await gateMethods(resource);
  expect(await methods.diff(id, recorded, before)).toEqual({ changes: true });
  await methods.delete(id, recorded);

  const { row } = emulator.repeat({ subject: WIKI });
  const { outs } = await methods.update(id, recorded, before);
  expect(outs).toMatchObject({ verdict: "pass", backupId: row.BackupId });
  expect(await methods.diff(id, outs, before)).toEqual({ changes: false });
});
