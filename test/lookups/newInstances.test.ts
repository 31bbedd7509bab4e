import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, DAY, HOUR, iso, NOW, SHOP } from "../support/fixtures/backups.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();
const OTHER = "rm-bp1other";
const NEW = "no backup of any kind: taken for a new instance";

function ready(more: JsonObject = {}) {
  return call(openSession(emulator), "getBackupReadiness", { dbInstanceId: SHOP, newInstances: "allow", ...more });
}

const windows = () =>
  emulator
    .requests()
    .map(({ parameters: { StartTime = "", DBInstanceId } }) => `${DBInstanceId} ${StartTime.slice(0, 4)}`);

describe("an instance without any backup", () => {
  test("passes, with the reason and without an ID, when all that the service remembers is empty twice", async () => {
    emulator.addSubject(SHOP);
    expect(await ready({ maxAge: "26h", backupMethod: "Physical" })).toEqual({
      evaluated: true,
      verdict: "pass",
      reasons: [{ rule: "newInstances", message: NEW, terminal: false }],
      report: `${SHOP} (cn-hangzhou): ${NEW}.`,
      evaluatedAt: "2026-08-10T12:00:30Z",
    });
    // The search first: 3, 10 and 32 days; then ten years, twice, and nothing of the question but the instance.
    expect(windows()).toEqual([...Array(3).fill(`${SHOP} 2026`), ...Array(2).fill(`${SHOP} 2016`)]);
    const names = emulator.requests().map(({ parameters }) => Object.keys(parameters));
    for (const each of names) expect(each).not.toContain("BackupMethod");
  });

  test("is refused by default, and asked about no further", async () => {
    emulator.addSubject(SHOP);
    for (const newInstances of [undefined, "deny"]) {
      const verdict = await ready({ newInstances: newInstances ?? null });
      expect(verdict).toMatchObject({ verdict: "fail", reasons: [{ rule: "exists" }] });
    }
    expect(windows()).not.toContain(`${SHOP} 2016`);
  });
});

describe("an instance is not new", () => {
  const notNew = (message: string) => ({
    verdict: "fail",
    reasons: [{ rule: "exists" }, { rule: "newInstances", message: `it is not taken for a new instance: ${message}` }],
  });

  test("with a failed backup, or one of another kind: nothing more is asked", async () => {
    emulator.add(backup("1", 5, { BackupStatus: "Failed" }));
    expect(await ready()).toMatchObject({ verdict: "fail", reasons: [{ rule: "usable" }] });
    expect(windows()).not.toContain(`${SHOP} 2016`);
  });

  test("with a backup from before all that a verdict looks at", async () => {
    emulator.add(backup("1", 24 * 60));
    expect(await ready()).toMatchObject(notNew("the service knows other backups of it"));
  });

  test("with a backup that only the second of the two answers has", async () => {
    emulator.addSubject(SHOP);
    let answers = 0;
    for (let request = 0; request < 5; request++) {
      emulator.inject({
        kind: "rewrite",
        rewrite: (body) => {
          if (++answers === 4) emulator.add(backup("1", 24 * 60));
          return body;
        },
      });
    }
    expect(await ready()).toMatchObject(notNew("the service knows other backups of it"));
  });

  test("when one of the answers cannot be had, or has no total of 0: the verdict is unknown", async () => {
    emulator.addSubject(SHOP);
    for (const position of [4, 5]) {
      emulator.reset();
      emulator.addSubject(SHOP);
      for (let request = 1; request < position; request++)
        emulator.inject({ kind: "rewrite", rewrite: (body) => body });
      emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });
      expect(await ready()).toMatchObject({ verdict: "unknown", reasons: [{ rule: "service" }] });
    }
    emulator.reset();
    emulator.addSubject(SHOP);
    emulator.setModes({ totals: { lie: 1 } });
    expect(await ready()).toMatchObject({ verdict: "unknown" });
  });

  test.each([
    ["older than three days", { createTime: iso(NOW - 3 * DAY - HOUR) }, /^it was created at .*, more than 3d ago$/],
    [
      "older than newFor",
      { createTime: iso(NOW - 2 * HOUR), newFor: "1h" },
      /^it was created at .*, more than 1h ago$/,
    ],
    ["not readable", { createTime: "last week" }, /^its createTime cannot be read$/],
    ["in the future", { createTime: iso(NOW + DAY) }, /^its createTime .* lies in the future$/],
  ])("when its createTime is %s", async (_, more, message) => {
    emulator.addSubject(SHOP);
    const { verdict, reasons } = await ready(more);
    expect(verdict).toBe("fail");
    expect(JSON.stringify(reasons)).toContain("it is not taken for a new instance: ");
    const [, reason] = Array.isArray(reasons) ? reasons : [];
    expect(reason).toMatchObject({
      message: expect.stringMatching(new RegExp(message.source.replace("^", "instance: "))),
    });
    expect(windows()).not.toContain(`${SHOP} 2016`);
  });

  test.each([
    ["young enough", { createTime: iso(NOW - 2 * DAY) }],
    ["young enough for newFor", { createTime: iso(NOW - 9 * DAY), newFor: "10d" }],
    ["written with one digit, as the service does", { createTime: "2026-08-09T2:3:04Z" }],
    ["empty, as in an old state", { createTime: "" }],
  ])("but is one when its createTime is %s", async (_, more) => {
    emulator.addSubject(SHOP);
    expect(await ready(more)).toMatchObject({ verdict: "pass" });
  });
});

describe("newInstances: allow excludes", () => {
  test.each([
    [{ pin: "1" }, "newInstances: allow cannot be combined with pin"],
    [{ minCount: 2 }, "newInstances: allow cannot be combined with a minCount above 1"],
    [{ newInstances: "always" }, "newInstances: expected one of deny, allow"],
    [{ newFor: "0s" }, "newFor: must be longer than zero"],
  ])("%j", async (more, message) => {
    expect((await failure(ready(more))).message).toContain(message);
    expect(emulator.requests()).toEqual([]);
  });
  test("no minCount of 1", async () => {
    emulator.addSubject(SHOP);
    expect(await ready({ minCount: 1 })).toMatchObject({ verdict: "pass" });
  });
});

describe("several instances", () => {
  const both = { dbInstanceId: null, dbInstanceIds: [SHOP, OTHER] };

  test("some new, the others with a good backup", async () => {
    emulator.add(backup("1", 5));
    emulator.addSubject(OTHER);
    expect(await ready(both)).toMatchObject({
      verdict: "pass",
      reasons: [{ message: `${OTHER}: ${NEW}` }],
      report: `Taken for new, without any backup: ${OTHER}, all others have a good backup.`,
    });
  });

  test("one refused is named, and the new one is not among the refused", async () => {
    emulator.add(backup("1", 30));
    emulator.addSubject(OTHER);
    const { verdict, report } = await ready({ ...both, maxAge: "26h" });
    expect(verdict).toBe("fail");
    expect(String(report).split("\n")[0]).toBe(`1 of 2 instances has no good backup: ${SHOP}.`);
  });
});
