import { describe, expect, test } from "vitest";
import type { FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { compareNewestFirst } from "../../provider/core/row.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { backupRow, DAY, iso, NOW, sqlServerByHand } from "../support/fixtures/backups.ts";

/** The conditions that these backups do not meet, and how. */
function refusals(rows: readonly JsonObject[], conditions: JsonObject): readonly string[] {
  return assess(rows, conditions).map(({ rule, verdict }) => `${rule} ${verdict}`);
}

function assess(rows: readonly JsonObject[], conditions: JsonObject, lookback = 32 * DAY) {
  const judged = rows
    .map((raw) => describeBackups.decodeRow(raw))
    .sort(compareNewestFirst)
    .map((row) => ({ row, reasons: describeBackups.judge({}).row(row, NOW) }));
  const good = judged.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row);
  const evidence = { rows: judged, good, now: NOW, searchStart: undefined, lookbackStart: NOW - lookback };
  return describeBackups.judge(conditions).assess(evidence);
}

describe("without conditions", () => {
  test("one usable backup is enough", () => expect(refusals([backupRow("1", 500)], {})).toEqual([]));
  test("none at all is a no", () => expect(refusals([], {})).toEqual(["exists fail"]));
  test("a failed one is a no", () =>
    expect(refusals([backupRow("1", 5, { BackupStatus: "Failed" })], {})).toEqual(["usable fail"]));
  test("one that is not understood may be good: then nobody knows", () => {
    const odd = backupRow("1", 5, { BackupStatus: "Finalizing" });
    const [reason, ...more] = assess([odd, backupRow("2", 9, { BackupStatus: "Failed" })], {});
    expect(more).toEqual([]);
    expect(reason).toEqual({
      rule: "usable",
      verdict: "unknown",
      terminal: false,
      message: "none of 2 backups is usable (backup 1: the state is Finalizing, which is neither Success nor Failed)",
    });
  });
  test("W4: neither can one whose times contradict each other be the newest, nor one of several", () => {
    const odd = backupRow("1", 1, { BackupEndTime: iso(NOW - 30 * 3_600_000) });
    expect(assess([odd], {})).toEqual([
      expect.objectContaining({
        verdict: "unknown",
        message:
          "the only backup found is not usable (backup 1: its times contradict each other: start 2026-08-10T11:00:30Z, end 2026-08-09T06:00:30Z)",
      }),
    ]);
    expect(refusals([odd, backupRow("2", 30)], { maxAge: "26h" })).toEqual(["maxAge fail"]);
    expect(refusals([odd, backupRow("2", 5)], { minCount: 2 })).toEqual(["minCount fail"]);
    expect(refusals([odd, backupRow("2", 5)], { maxShrink: 10 })).toEqual(["maxShrink unknown"]);
    const [pinned] = assess([odd], { pin: "1" });
    expect(pinned).toMatchObject({ verdict: "unknown", terminal: false, rule: "backupEndTime" });
  });
});

describe("maxAge", () => {
  test("is met up to the second", () => {
    expect(refusals([backupRow("1", 26)], { maxAge: "26h" })).toEqual([]);
    expect(refusals([backupRow("1", 26 + 1 / 3600)], { maxAge: "26h" })).toEqual(["maxAge fail"]);
  });
  test("asks the newest usable backup, not the newest", () => {
    const rows = [backupRow("1", 2, { BackupStatus: "Failed" }), backupRow("2", 30)];
    expect(refusals(rows, { maxAge: "26h" })).toEqual(["maxAge fail"]);
  });
});

describe("minCount", () => {
  const two = [backupRow("1", 5), backupRow("2", 29)];
  test("counts usable backups", () => {
    expect(refusals(two, { minCount: 2 })).toEqual([]);
    expect(refusals([...two, backupRow("3", 40, { IsAvail: 0 })], { minCount: 3 })).toEqual(["minCount fail"]);
  });
  test("counts only those of the newest one's type and method", () => {
    const mixed = [backupRow("1", 5), backupRow("2", 29, { BackupMethod: "Physical" })];
    expect(refusals(mixed, { minCount: 2 })).toEqual(["minCount fail"]);
  });
  test("W5: counts within lookback, also where maxAge lets an older one pass", () => {
    const three = [backupRow("1", 20), backupRow("2", 100), backupRow("3", 160)];
    const short = (conditions: JsonObject, lookback: number) =>
      assess(three, { maxAge: "168h", ...conditions }, lookback).map(({ message }) => message);
    expect(short({ minCount: 3 }, 3 * DAY)).toEqual(["1 usable backup was found within 3d, fewer than 3"]);
    expect(short({ minCount: 3 }, 5 * DAY)).toEqual(["2 usable backups were found within 5d, fewer than 3"]);
    expect(short({ minCount: 3 }, 7 * DAY)).toEqual([]);
    expect(short({ minCount: 1 }, DAY / 2)).toEqual(["no usable backup was found within 12h, fewer than 1"]);
    expect(short({}, DAY / 2)).toEqual([]);
  });
  test("W5: one at the very beginning of lookback counts", () => {
    const two = [backupRow("1", 5), backupRow("2", 72)];
    expect(assess(two, { minCount: 2 }, 3 * DAY)).toEqual([]);
    expect(assess([backupRow("1", 5), backupRow("2", 72 + 1 / 3600)], { minCount: 2 }, 3 * DAY)).toHaveLength(1);
  });
});

describe("minSize", () => {
  test("is met at the same size", () => {
    expect(refusals([backupRow("1", 5, { BackupSize: 1000 })], { minSize: 1000 })).toEqual([]);
    expect(refusals([backupRow("1", 5, { BackupSize: 999 })], { minSize: 1000 })).toEqual(["minSize fail"]);
  });
  test("a size that cannot be read is not a pass", () => {
    expect(refusals([backupRow("1", 5, { BackupSize: undefined })], { minSize: 0 })).toEqual(["minSize unknown"]);
    expect(refusals([backupRow("1", 5, { BackupSize: "many" })], { minSize: 1 })).toEqual(["minSize unknown"]);
  });
});

describe("maxShrink", () => {
  const sized = (first: number | string, second: number) => [
    backupRow("1", 29, { BackupSize: first }),
    backupRow("2", 5, { BackupSize: second }),
  ];
  test("is met up to the per cent", () => {
    expect(refusals(sized(1000, 900), { maxShrink: 10 })).toEqual([]);
    expect(refusals(sized(1000, 899), { maxShrink: 10 })).toEqual(["maxShrink fail"]);
    expect(refusals(sized(1000, 1500), { maxShrink: 0 })).toEqual([]);
    // 1 - 0.7 is a little more than 0.3 where numbers are binary.
    expect(refusals(sized(100, 70), { maxShrink: 30 })).toEqual([]);
    expect(refusals(sized(0, 0), { maxShrink: 0 })).toEqual([]);
  });
  test("compares with one whose method is written in another case", () => {
    const [old, young] = sized(1000, 899);
    expect(refusals([{ ...old, BackupMethod: "SNAPSHOT" }, { ...young }], { maxShrink: 10 })).toEqual([
      "maxShrink fail",
    ]);
  });
  test("does not compare with one of another type or method", () => {
    const rows = [backupRow("1", 53, { BackupSize: 1000 }), ...sized(5000, 950)];
    const mixed = rows.map((row) => (row.BackupSize === 5000 ? { ...row, BackupMethod: "Physical" } : row));
    expect(refusals(mixed, { maxShrink: 10 })).toEqual([]);
  });
  test("without an earlier one, or a readable size, nobody knows", () => {
    expect(refusals([backupRow("1", 5)], { maxShrink: 10 })).toEqual(["maxShrink unknown"]);
    expect(refusals(sized("many", 900), { maxShrink: 10 })).toEqual(["maxShrink unknown"]);
  });
});

describe("noFailureSinceSuccess", () => {
  const asked = { noFailureSinceSuccess: true };
  const failed = (hoursAgo: number, method = "Snapshot") =>
    backupRow("9", hoursAgo, { BackupStatus: "Failed", BackupMethod: method });
  test("a failure after the newest usable one is refused", () =>
    expect(refusals([backupRow("1", 29), failed(5)], asked)).toEqual(["noFailureSinceSuccess fail"]));
  test("one before it is not, nor one of another method, nor unasked", () => {
    expect(refusals([backupRow("1", 5), failed(29)], asked)).toEqual([]);
    expect(refusals([backupRow("1", 29), failed(5, "Logical")], asked)).toEqual([]);
    expect(refusals([backupRow("1", 29), failed(5)], {})).toEqual([]);
  });
  test("the method's case does not matter, and one without a method may be of the same", () => {
    expect(refusals([backupRow("1", 29), failed(5, "SNAPSHOT")], asked)).toEqual(["noFailureSinceSuccess fail"]);
    const unnamed = backupRow("9", 5, { BackupStatus: "Failed", BackupMethod: undefined });
    expect(refusals([backupRow("1", 29), unnamed], asked)).toEqual(["noFailureSinceSuccess unknown"]);
  });
  test("a failure whose time cannot be read may have been after it: that is not a pass", () => {
    const undated = backupRow("9", 5, { BackupStatus: "Failed", BackupStartTime: "?" });
    expect(refusals([backupRow("1", 29), undated], asked)).toEqual(["noFailureSinceSuccess unknown"]);
  });
  describe("N7: a state that is neither Success nor Failed is not a failure, nor is it none", () => {
    const newer = (BackupStatus: string | undefined, hoursAgo = 5) => backupRow("9", hoursAgo, { BackupStatus });
    test("unknown, and the next look may know more", () =>
      expect(assess([backupRow("1", 29), newer("Running")], asked)).toEqual([
        {
          rule: "noFailureSinceSuccess",
          verdict: "unknown",
          terminal: false,
          message:
            "backup 9, newer than the newest usable one: the state is Running, which is neither Success nor Failed",
        },
      ]));
    test.each([["Archiving"], [""], [undefined], ["Successful"], ["Suc cess"]])("%j", (status) =>
      expect(refusals([backupRow("1", 29), newer(status)], asked)).toEqual(["noFailureSinceSuccess unknown"]),
    );
    test("one whose state cannot be read", () =>
      expect(refusals([backupRow("1", 29), backupRow("9", 5, { BackupStatus: {} })], asked)).toEqual([
        "noFailureSinceSuccess unknown",
      ]));
    test("one whose type is not said yet", () =>
      expect(
        refusals([backupRow("1", 29), backupRow("9", 5, { BackupStatus: "Running", BackupType: undefined })], asked),
      ).toEqual(["noFailureSinceSuccess unknown"]));
    test("one before it, or of another method, says nothing", () => {
      expect(refusals([backupRow("1", 5), newer("Running", 29)], asked)).toEqual([]);
      const other = backupRow("9", 5, { BackupStatus: "Running", BackupMethod: "Logical" });
      expect(refusals([backupRow("1", 29), other], asked)).toEqual([]);
    });
    test("beside a certain failure it stays a no", () => {
      const rows = [backupRow("1", 29), failed(10), backupRow("10", 5, { BackupStatus: "Running" })];
      expect(refusals(rows, asked)).toEqual(["noFailureSinceSuccess fail"]);
    });
    test("blanks and case do not make another state", () => {
      expect(refusals([backupRow("1", 29), newer(" FAILED ")], asked)).toEqual(["noFailureSinceSuccess fail"]);
      expect(refusals([backupRow("1", 29), newer(" SUCCESS ")], asked)).toEqual([]);
    });
  });
});

test.each<JsonObject>([{ noFailureSinceSuccess: true }, { minCount: 2 }, { maxShrink: 10 }])(
  "a pin, beside which nothing is read, cannot be asked about together with %j",
  (conditions) => {
    const rows = [backupRow("1", 29), backupRow("2", 5)];
    const message = `pin: cannot be combined with ${Object.keys(conditions)[0]}: leave one of them out`;
    expect(() => refusals(rows, { pin: "2", ...conditions })).toThrow(message);
    expect(() => refusals([], { pin: "2", ...conditions })).toThrow(message);
  },
);

describe("pin", () => {
  test("asks for nothing but that this one is usable, and for the conditions that one alone can meet", () => {
    expect(refusals([backupRow("1", 500)], { pin: "1" })).toEqual([]);
    expect(refusals([backupRow("1", 500)], { pin: "1", maxAge: "26h" })).toEqual(["maxAge fail"]);
  });
  test("its age and size get no better by waiting, and are told as its own", () => {
    const given = { pin: "1", maxAge: "26h", minSize: 2_000_000 };
    expect(assess([backupRow("1", 40)], given)).toEqual([
      { rule: "maxAge", verdict: "fail", terminal: true, message: "the pinned backup is 40h old, older than 26h" },
      expect.objectContaining({
        rule: "minSize",
        terminal: true,
        message: expect.stringContaining("the pinned backup"),
      }),
    ]);
  });
  // When a pinned one has failed or expired, no later look can find it good; it may still be listed or become available.
  test.each<readonly [string, readonly JsonObject[], string, boolean]>([
    ["failed", [backupRow("1", 5, { BackupStatus: "Failed" })], "the pinned backup: the backup failed", true],
    ["not available", [backupRow("1", 5, { IsAvail: 0 })], "the pinned backup: the set is not available", false],
    [
      "not understood",
      [backupRow("1", 5, { BackupStatus: "Making" })],
      "the pinned backup: the state is Making",
      false,
    ],
    ["gone, or not listed yet", [], "the pinned backup 1 does not exist, or no longer exists", false],
  ])("%s: says so, and whether waiting can help", (_, rows, message, terminal) => {
    expect(assess(rows, { pin: "1" })).toEqual([
      expect.objectContaining({ message: expect.stringContaining(message), terminal }),
    ]);
  });
});

describe("W7: a set of which it is not told which databases it holds", () => {
  const unscoped = (id: string, hoursAgo: number, more: FieldChanges = {}) =>
    backupRow(id, hoursAgo, { ...sqlServerByHand, ...more });
  const scheduled = (id: string, hoursAgo: number) => unscoped(id, hoursAgo, { BackupMode: "Automated" });
  const remedy = "it is not told which databases it holds; set assumeWholeInstance: true, or databaseName";

  test("alone it is unknown, and the first reason says what to set", () =>
    expect(assess([unscoped("1", 5)], {})).toEqual([
      {
        rule: "usable",
        verdict: "unknown",
        terminal: false,
        message: `the only backup found is not usable (backup 1: ${remedy})`,
      },
    ]));
  test("also behind one that still runs", () => {
    const [reason] = assess([backupRow("2", 1, { BackupStatus: "Running" }), unscoped("1", 5)], {});
    expect(reason?.message).toBe(`none of 2 backups is usable (backup 1: ${remedy})`);
    const [running] = assess([unscoped("1", 1, { BackupStatus: "Running" })], {});
    expect(running?.message).toBe(
      "the only backup found is not usable (backup 1: the state is Running, which is neither Success nor Failed)",
    );
  });
  test("it does not hide an older good one", () => {
    expect(refusals([unscoped("2", 5), scheduled("1", 20)], { maxAge: "26h" })).toEqual([]);
    expect(refusals([unscoped("2", 5), scheduled("1", 20)], { noFailureSinceSuccess: true })).toEqual([]);
  });
  test("where only it could pass, nobody knows, and what to set is said first", () => {
    const rows = [unscoped("2", 5), scheduled("1", 30)];
    expect(assess(rows, { maxAge: "26h" })).toEqual([
      expect.objectContaining({ verdict: "unknown", terminal: false, message: `backup 2: ${remedy}` }),
      expect.objectContaining({ verdict: "fail", rule: "maxAge" }),
    ]);
    expect(refusals(rows, { minCount: 2 })).toEqual(["assumeWholeInstance unknown", "minCount fail"]);
  });
  test("where it could not pass either, the answer is a plain no", () => {
    expect(refusals([unscoped("2", 28), scheduled("1", 30)], { maxAge: "26h" })).toEqual(["maxAge fail"]);
    expect(refusals([unscoped("2", 5, { IsAvail: 0 }), scheduled("1", 30)], { maxAge: "26h" })).toEqual([
      "maxAge fail",
    ]);
    expect(refusals([unscoped("1", 5, { BackupStatus: "Failed" })], {})).toEqual(["usable fail"]);
  });
  test.each<readonly [string, FieldChanges]>([
    ["still runs", { BackupStatus: "Running", BackupEndTime: "" }],
    ["has times that contradict each other", { BackupEndTime: iso(NOW - 2 * DAY) }],
    ["may not be available", { IsAvail: "perhaps" }],
    ["has an expiry that cannot be read", { ExpectExpireTime: "soon" }],
  ])("where it %s, the argument would not help, and the answer is a plain no", (_, changes) => {
    const rows = [unscoped("2", 5, changes), scheduled("1", 30)];
    expect(refusals(rows, { maxAge: "26h" })).toEqual(["maxAge fail"]);
    expect(refusals(rows, { minCount: 2 })).toEqual(["minCount fail"]);
    const [alone] = assess([unscoped("2", 5, changes)], {});
    expect(alone).toMatchObject({ verdict: "unknown", message: expect.not.stringContaining("assumeWholeInstance") });
  });
  test("pinned, waiting cannot help once it is finished", () => {
    expect(assess([unscoped("1", 5)], { pin: "1" })).toEqual([
      expect.objectContaining({ verdict: "unknown", terminal: true, message: `the pinned backup: ${remedy}` }),
    ]);
    const running = assess([unscoped("1", 5, { BackupStatus: "Running" })], { pin: "1" });
    expect(running.map(({ terminal }) => terminal)).toEqual([false, false]);
    const named = assess([backupRow("1", 5, { BackupDBNames: "orders" })], { pin: "1" });
    expect(named).toEqual([expect.objectContaining({ verdict: "unknown", terminal: true })]);
  });
});

test("every condition that is not met is said", () => {
  const conditions = { maxAge: "26h", minCount: 2, minSize: 2_000_000 };
  expect(refusals([backupRow("1", 30)], conditions)).toEqual(["maxAge fail", "minCount fail", "minSize fail"]);
});

test.each([
  [{}, 1],
  [{ minCount: 3 }, 3],
  [{ maxShrink: 10 }, 2],
])("%j needs to see at least %i usable backups", (conditions, needed) => {
  expect(describeBackups.judge(conditions).goodRowsToRead).toBeGreaterThanOrEqual(needed);
});
