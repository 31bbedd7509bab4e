import { describe, expect, test } from "vitest";
import { type Properties, secret, unknownValue } from "../support/plugin/pluginProperties.ts";
import { day, failed, healthy, latestHealthyBackup, refusalOf, stale } from "../support/plugin/pluginScene.ts";
import { usePlugin } from "../support/plugin/usePlugin.ts";

const { emulator, plugin } = await usePlugin();

const fresh: Properties = { dbInstanceId: healthy, maxAge: "26h" };
const notFresh: Properties = { dbInstanceId: stale, maxAge: "26h" };

/** A gate that has passed, as the state holds it. */
async function passedGate(inputs: Properties = fresh) {
  const { properties: recorded } = await plugin.create(inputs);
  emulator.clearRequests();
  return { recorded: { ...recorded }, before: inputs, news: inputs };
}

describe("Check", () => {
  test("hands right inputs on unchanged, secrets and unknown values too", async () => {
    const inputs = { dbInstanceId: secret(healthy), maxAge: unknownValue, enforcement: "warn" };

    expect(await plugin.check(inputs)).toEqual({ failures: [], result: inputs });
  });

  test.each<readonly [string, Properties, string, string]>([
    ["no instance", {}, "dbInstanceId", "is required"],
    ["a misspelt input", { ...fresh, maxage: "1h" }, "maxage", "did you mean maxAge?"],
    ["a wrong enforcement", { ...fresh, enforcement: "Deny" }, "enforcement", "did you mean deny?"],
    ["a wrong duration", { ...fresh, maxAge: "a day" }, "maxAge", "expected a duration"],
    [
      "a wrong duration beside something unknown",
      { dbInstanceId: unknownValue, maxAge: "a day" },
      "maxAge",
      "expected a duration",
    ],
  ])("refuses %s before anything is sent", async (_, inputs, property, reason) => {
    expect((await plugin.check(inputs)).failures).toEqual([{ property, reason: expect.stringContaining(reason) }]);
    expect(emulator.requests()).toEqual([]);
  });

  test("refuses a resource that is not there, with the nearest one", async () => {
    const urn = "urn:pulumi:test::project::alicloud-backups:rds:BackupGat::gate";

    expect((await refusalOf(plugin.check(fresh, urn))).details).toContain(
      "did you mean alicloud-backups:rds:BackupGate?",
    );
  });

  test("knows its resource below a component too", async () => {
    const urn = "urn:pulumi:test::project::my:index:Platform$alicloud-backups:rds:BackupGate::gate";

    expect((await plugin.check(fresh, urn)).failures).toEqual([]);
  });
});

describe.each([{ preview: true }, { preview: false }])("Create with %o", ({ preview }) => {
  test("passes on a fresh backup, and records it", async () => {
    const { id, properties } = await plugin.create(fresh, { preview });

    expect(id).not.toBe("");
    expect(properties).toMatchObject({
      ...fresh,
      verdict: "pass",
      backupId: latestHealthyBackup,
      backup: { backupId: latestHealthyBackup, region: "cn-hangzhou" },
    });
    expect(properties.recoveryPointTime).toBe(new Date(recoveryPoint()).toISOString().replace(".000Z", "Z"));
  });

  test("is refused with the report, whose first line stands alone", async () => {
    const { details } = await refusalOf(plugin.create(notFresh, { preview }));

    const [headline, ...rest] = details.split("\n");
    expect(headline).toMatch(new RegExp(`^${stale} \\(cn-hangzhou\\): .*older than 26h`));
    expect(rest.join("\n")).toContain("905832409");
    expect(rest.at(-1)).toContain("What to do");
  });

  test("is refused when the service cannot be asked", async () => {
    emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });

    expect((await refusalOf(plugin.create(fresh, { preview }))).details).toContain("rds:DescribeBackups");
  });

  test("enforcement warn goes on, and records no backup that it did not pass on", async () => {
    const { properties } = await plugin.create({ ...notFresh, enforcement: "warn" }, { preview });

    expect(properties).toEqual({ ...notFresh, enforcement: "warn", verdict: "fail" });
  });

  test("enforcement off goes on and asks nothing", async () => {
    const { properties } = await plugin.create({ ...notFresh, enforcement: "off" }, { preview });

    expect(properties).toEqual({ ...notFresh, enforcement: "off", verdict: "off" });
    expect(emulator.requests()).toEqual([]);
  });

  test("a secret input stays secret in what is recorded", async () => {
    const { properties } = await plugin.create({ ...fresh, dbInstanceId: secret(healthy) }, { preview });

    expect(properties).toMatchObject({ verdict: "pass", dbInstanceId: secret(healthy) });
  });
});

describe("previewEnforcement", () => {
  const lenient = { ...notFresh, previewEnforcement: "warn" };

  test("holds in preview alone", async () => {
    expect((await plugin.create(lenient, { preview: true })).properties.verdict).toBe(unknownValue);
    expect((await refusalOf(plugin.create(lenient))).details).toContain("older than");
  });

  test("can be stricter than enforcement", async () => {
    const strict = { ...notFresh, enforcement: "warn", previewEnforcement: "deny" };

    expect((await refusalOf(plugin.create(strict, { preview: true }))).details).toContain("older than");
    expect((await plugin.create(strict)).properties.verdict).toBe("fail");
  });
});

describe("inputs that are not known yet", () => {
  const unknown = { ...fresh, dbInstanceId: unknownValue };

  test("in preview: goes on, evaluates nothing, and knows nothing, not even the ID", async () => {
    const { id, properties } = await plugin.create(unknown, { preview: true });

    // W12: an empty ID is one that is not known yet. Up makes it of the instance.
    expect(id).toBe("");
    expect((await plugin.create({ ...fresh })).id).toBe(healthy);
    emulator.clearRequests();

    expect(properties).toMatchObject({
      dbInstanceId: unknownValue,
      verdict: unknownValue,
      backupId: unknownValue,
      recoveryPointTime: unknownValue,
      backup: unknownValue,
    });
    expect(emulator.requests()).toEqual([]);
  });

  test("in up: is refused", async () => {
    expect((await refusalOf(plugin.create(unknown))).details).toContain("dbInstanceId");
    expect(emulator.requests()).toEqual([]);
  });

  test("an update is no different", async () => {
    const gate = await passedGate();

    const inPreview = await plugin.update({ ...gate, news: unknown }, { preview: true });

    expect(inPreview).toMatchObject({ verdict: unknownValue, backupId: unknownValue });
    expect((await refusalOf(plugin.update({ ...gate, news: unknown }))).details).toContain("dbInstanceId");
  });

  test("Diff calls them a change", async () => {
    const gate = await passedGate();

    expect(await plugin.diff({ ...gate, news: unknown })).toMatchObject({ changes: "some", replaces: [] });
  });
});

describe("Diff", () => {
  test("none while the gate passes", async () => {
    expect(await plugin.diff(await passedGate())).toEqual({ changes: "none", properties: [], replaces: [] });
  });

  test("none when a newer backup exists: what was recorded stays", async () => {
    const gate = await passedGate();
    emulator.repeat({ subject: healthy, where: { BackupMethod: "Physical" } });

    expect(await plugin.diff(gate)).toMatchObject({ changes: "none" });
  });

  test("none when the recorded backup is gone and another one passes", async () => {
    const gate = await passedGate();
    emulator.repeat({ subject: healthy, where: { BackupMethod: "Physical" } });
    emulator.remove({ id: latestHealthyBackup });

    expect(await plugin.diff(gate)).toMatchObject({ changes: "none" });
  });

  test("some when it would not pass any more", async () => {
    const gate = await passedGate();
    emulator.age({ subject: healthy }, 3 * day);

    expect(await plugin.diff(gate)).toMatchObject({ changes: "some", replaces: [] });
  });

  test("some when the service cannot be asked: it does not refuse, update will", async () => {
    const gate = await passedGate();
    emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });

    expect(await plugin.diff(gate)).toMatchObject({ changes: "some", replaces: [] });
  });

  test("some, naming it, when an input changed", async () => {
    const gate = await passedGate();

    expect(await plugin.diff({ ...gate, news: { ...fresh, maxAge: "48h" } })).toEqual({
      changes: "some",
      properties: ["maxAge"],
      replaces: [],
    });
  });

  test("some when it went on with a warning last time and would have to warn again", async () => {
    const inputs = { ...notFresh, enforcement: "warn" };

    expect(await plugin.diff(await passedGate(inputs))).toMatchObject({ changes: "some" });
  });

  test("none under enforcement off, which never evaluates and asks nothing", async () => {
    const gate = await passedGate({ ...notFresh, enforcement: "off" });

    expect(await plugin.diff(gate)).toMatchObject({ changes: "none" });
    expect(emulator.requests()).toEqual([]);
  });

  test("under enforcement off with another previewEnforcement: some when preview would refuse", async () => {
    const strict = { dbInstanceId: healthy, maxAge: "26h", enforcement: "off", previewEnforcement: "deny" };
    const gate = await passedGate(strict);
    expect(await plugin.diff(gate)).toMatchObject({ changes: "none" });
    emulator.age({ subject: healthy }, 3 * day);

    expect(await plugin.diff(gate)).toMatchObject({ changes: "some", replaces: [] });
    expect((await refusalOf(plugin.update(gate, { preview: true }))).details).toContain("older than 26h");
    expect(await plugin.update(gate)).toMatchObject({ verdict: "off" });
  });
});

describe("Update", () => {
  test.each([{ preview: true }, { preview: false }])(
    "is refused when it does not pass any more (%o)",
    async (phase) => {
      const gate = await passedGate();
      emulator.age({ subject: healthy }, 3 * day);

      const { details } = await refusalOf(plugin.update(gate, phase));

      expect(details).toMatch(new RegExp(`^${healthy} \\(cn-hangzhou\\): .*older than 26h`));
    },
  );

  test("evaluates anew for changed inputs", async () => {
    const gate = await passedGate();

    const properties = await plugin.update({ ...gate, news: { dbInstanceId: failed, maxAge: "36h" } });

    expect(properties).toMatchObject({ dbInstanceId: failed, maxAge: "36h", verdict: "pass", backupId: "2205037039" });
    await expect(
      refusalOf(plugin.update({ ...gate, news: { dbInstanceId: failed, maxAge: "26h" } })),
    ).resolves.toBeDefined();
  });
});

describe("Read, which pulumi refresh asks for", () => {
  test("keeps what was recorded while the gate passes, though there is a newer backup", async () => {
    const { recorded, before } = await passedGate();
    emulator.repeat({ subject: healthy, where: { BackupMethod: "Physical" } });

    expect(await plugin.read(healthy, recorded, before)).toEqual({ id: healthy, properties: recorded, inputs: before });
  });

  test("keeps it when the service cannot be asked", async () => {
    const { recorded, before } = await passedGate();
    emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });

    expect(await plugin.read(healthy, recorded, before)).toEqual({ id: healthy, properties: recorded, inputs: before });
  });

  test("never drops a gate that does not pass any more, and does not leave it as a pass", async () => {
    const { recorded, before } = await passedGate();
    emulator.age({ subject: healthy }, 30 * day);

    const read = await plugin.read(healthy, recorded, before);

    expect(read).toMatchObject({ id: healthy, inputs: before, properties: { ...fresh, verdict: "fail" } });
  });
});

test.each<readonly [string, Properties, Properties]>([
  // What the engine sends for `get` and for the option `id`: the program's state, as inputs and as state.
  ["read by an ID", { ...fresh, dbInstanceId: stale }, { ...fresh, dbInstanceId: stale }],
  ["read as if it had passed", { ...fresh, verdict: "pass" }, { ...fresh, verdict: "pass" }],
  ["imported", {}, {}],
])("a gate cannot be %s: it would stand for an evaluation that there never was", async (_, recorded, inputs) => {
  expect((await refusalOf(plugin.read("gate", recorded, inputs))).details).toContain("evaluated where it is made");
  expect(emulator.requests()).toEqual([]);
});

describe("Delete", () => {
  test("does nothing, and asks nothing", async () => {
    const { recorded, before } = await passedGate();
    emulator.age({ subject: healthy }, 30 * day);

    await plugin.delete(healthy, recorded, before);

    expect(emulator.requests()).toEqual([]);
  });

  test("with denyDestroy: is refused while the gate does not pass", async () => {
    const { recorded, before } = await passedGate({ ...fresh, denyDestroy: true });
    await plugin.delete(healthy, recorded, before);
    emulator.age({ subject: healthy }, 3 * day);

    expect((await refusalOf(plugin.delete(healthy, recorded, before))).details).toContain("older than 26h");
  });

  test("with denyDestroy: is refused when nobody can say, and while a task is not done", async () => {
    const { recorded, before } = await passedGate({ ...fresh, denyDestroy: true });
    emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });
    expect((await refusalOf(plugin.delete(healthy, recorded, before))).details).toContain("Forbidden.RAM");

    // It is Running in the seed.
    const running = { dbInstanceId: "rm-bp1erp00migrate01", migrateTaskId: "564522140", denyDestroy: true };
    const urn = "urn:pulumi:test::project::alicloud-backups:rds:MigrateTaskGate::migrated";
    const asked = plugin.delete("rm-bp1erp00migrate01", { verdict: "pass" }, running, urn);
    expect((await refusalOf(asked)).details).toContain("it is Running");
  });
});

test("nothing that is recorded comes from a clock: the same evidence is the same record", async () => {
  const first = await plugin.create(fresh);
  emulator.advance(30_000);
  const second = await plugin.create(fresh);

  expect(second).toEqual(first);
});

function recoveryPoint(): number {
  return Number(emulator.records({ id: latestHealthyBackup })[0]?.row.ConsistentTime) * 1000;
}
