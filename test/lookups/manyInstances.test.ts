import { beforeEach, describe, expect, test } from "vitest";
import type { AlicloudClient } from "../../provider/client/openClient.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import type { GateInputs } from "../../provider/gates/gateInputs.ts";
import { headlineOfMany } from "../../provider/lookups/headlineOfMany.ts";
import { describeBackupSetDownloadTaskList } from "../../provider/operations/describeBackupSetDownloadTaskList.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { backup } from "../support/fixtures/backups.ts";
import { evaluateGate, gateNamed } from "../support/lookups/gates.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

const instances = (count: number) => Array.from({ length: count }, (_, index) => `rm-${index + 1}`);

/** Each instance has one good backup, so many hours old. */
function plant(ids: readonly string[], hoursAgo = 5): void {
  emulator.add(...ids.map((id) => ({ ...backup(id.slice(3), hoursAgo, { DBInstanceId: id }), subject: id })));
}

const ready = (dbInstanceIds: readonly string[], more: JsonObject = {}, session = openSession(emulator)) =>
  call(session, "getBackupReadiness", { dbInstanceIds, maxAge: "26h", ...more });

const askedFor = () => emulator.requests().map(({ parameters }) => parameters.DBInstanceId);

test("pass: all of them, in one line, with no backup singled out", async () => {
  plant(instances(3));

  expect(await ready(instances(3))).toEqual({
    evaluated: true,
    verdict: "pass",
    reasons: [],
    report: "All 3 instances have a good backup.",
    evaluatedAt: "2026-08-10T12:00:30Z",
  });
});

describe("one bad of many", () => {
  beforeEach(() => {
    plant(["rm-1", "rm-3"]);
    plant(["rm-2"], 30);
  });
  test("is a no that names it, in one report", async () => {
    const { verdict, reasons, report } = await ready(instances(3));

    expect(verdict).toBe("fail");
    expect(reasons).toEqual([
      { rule: "maxAge", terminal: false, message: "rm-2: the newest usable backup is 30h old, older than 26h" },
    ]);
    const [first, second, ...rest] = String(report).split("\n");
    expect(first).toBe("1 of 3 instances has no good backup: rm-2.");
    expect(second).toBe("rm-2 (cn-hangzhou): no good backup: the newest usable backup is 30h old, older than 26h.");
    expect(rest.at(-1)).toMatch(/^ {2}What to do: /);
    expect(report).not.toContain("rm-1 ");
  });
  test("shuts the gate, with the same report", async () => {
    const given = { dbInstanceIds: instances(3), maxAge: "26h" };
    const outcome = await evaluateGate(openSession(emulator), "BackupGate", given);

    expect(outcome).toMatchObject({ kind: "refused" });
    expect(outcome.report).toBe((await ready(instances(3))).report);
  });
  test("one that does not exist makes it unknown, though another says no", async () => {
    expect(await ready([...instances(3), "rm-none"])).toMatchObject({
      verdict: "unknown",
      report: expect.stringMatching(/^1 of 4 instances has no good backup: rm-2; of 1 more it is unknown: rm-none\.\n/),
    });
  });
});

test("a gate that passes records no single backup", async () => {
  plant(instances(2));
  const given = { dbInstanceIds: instances(2), maxAge: "26h" };

  const outcome = await evaluateGate(openSession(emulator), "BackupGate", given);

  const place = `cn-hangzhou at ${emulator.url}`;
  expect(outcome).toMatchObject({ kind: "passed" });
  expect(outcome).toHaveProperty("record", { verdict: "pass", place });
});

describe("M1: of those that could not be asked it is unknown", () => {
  const headline = (count: number, refused: readonly string[], unknown: readonly string[]) => {
    const others = Array.from({ length: count - 1 }, (_, index) => `rm-${index + 1}`);
    return headlineOfMany(describeBackups, ["rm-0", ...others], {
      refused: new Set(refused),
      unknown: new Set(unknown),
    });
  };
  test.each<readonly [number, readonly string[], readonly string[], string]>([
    [1, [], ["rm-0"], "Whether the instance rm-0 has a good backup is unknown."],
    [150, [], ["rm-3", "rm-7"], "Whether 2 of 150 instances have a good backup is unknown: rm-3, rm-7."],
    [3, ["rm-1"], ["rm-2"], "1 of 3 instances has no good backup: rm-1; of 1 more it is unknown: rm-2."],
  ])("%i instances, no: %j, unknown: %j", (count, refused, unknown, says) => {
    expect(headline(count, refused, unknown)).toBe(says);
  });
  test("in a report", async () => {
    plant(["rm-1", "rm-2"]);
    emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });
    const { report, verdict } = await ready(["rm-1", "rm-2"]);
    expect(verdict).toBe("unknown");
    expect(String(report)).toMatch(/^Whether 1 of 2 instances has a good backup is unknown: rm-[12]\.\n/);
  });
});

describe("how many", () => {
  test("one instance", async () => {
    plant(["rm-1"]);
    plant(["rm-2"], 30);
    expect(await ready(["rm-1"])).toMatchObject({ report: "The instance rm-1 has a good backup." });
    const { report } = await ready(["rm-2"]);
    expect(String(report).split("\n")[0]).toBe("The instance rm-2 has no good backup.");
  });
  test("backup plans", () => {
    const headline = (ids: readonly [string, ...string[]], ...refused: readonly string[]) =>
      headlineOfMany(describeBackupSetDownloadTaskList, ids, { refused: new Set(refused), unknown: new Set<string>() });
    expect(headline(["p1", "p2", "p3"], "p2")).toBe("1 of 3 backup plans has no good backup set download task: p2.");
    expect(headline(["p1"])).toBe("The backup plan p1 has a good backup set download task.");
  });
});

test("B28: one that is named twice is asked about once", async () => {
  plant(instances(2));

  expect(await ready(["rm-1", "rm-2", "rm-1", "rm-1"])).toMatchObject({ report: "Both instances have a good backup." });
  expect(askedFor().toSorted()).toEqual(["rm-1", "rm-2"]);
});

test("at most five are asked about at once, and all of them in the end", async () => {
  plant(instances(12));
  const session = openSession(emulator);
  const count = { inFlight: 0, most: 0 };
  const counted: AlicloudClient["route"] = (...asked) => {
    const route = session.client.route(...asked);
    const call: typeof route.send = async (...page) => {
      count.most = Math.max(count.most, ++count.inFlight);
      return await route.send(...page).finally(() => count.inFlight--);
    };
    return { ...route, send: call };
  };
  const watched = { ...session, client: { ...session.client, route: counted } };

  expect(await ready(instances(12), {}, watched)).toMatchObject({ verdict: "pass" });
  expect(count.most).toBe(5);
  expect(new Set(askedFor()).size).toBe(12);
});

test("of very many bad ones a few are told whole, some in a line, the rest are counted", async () => {
  plant(instances(40), 30);

  const { report, reasons } = await ready(instances(40));

  const lines = String(report).split("\n");
  expect(lines[0]).toBe("40 of 40 instances have no good backup: rm-1, rm-2, rm-3, rm-4, rm-5 and 35 more.");
  expect(lines.filter((line) => line.includes("What to do"))).toHaveLength(3);
  expect(lines.filter((line) => line.includes(": no good backup: "))).toHaveLength(13);
  expect(lines.at(-1)).toBe("... and 27 more");
  expect(reasons).toHaveLength(40);
});

const assessmentOf = async (inputs: GateInputs) =>
  await gateNamed("BackupGate").assessor(inputs, undefined)(openSession(emulator));

test("B27: an empty list of instances is refused", async () => {
  const noInstances = { values: { dbInstanceIds: [] }, unknown: new Set<string>() };
  expect((await failure(assessmentOf(noInstances))).message).toContain("must name at least one");
});

test.each<readonly [string, JsonObject, string]>([
  ["both forms at once", { dbInstanceId: "rm-1", dbInstanceIds: ["rm-2"] }, "dbInstanceId"],
  ["neither", {}, "dbInstanceId"],
  ["an empty list", { dbInstanceIds: [] }, "must name at least one"],
  ["something that is no ID", { dbInstanceIds: ["rm-1", ""] }, "dbInstanceIds"],
])("%s is an error, and nothing is asked", async (_, given, says) => {
  const session = openSession(emulator);

  expect((await failure(call(session, "getBackupReadiness", given))).message).toContain(says);
  expect((await failure(evaluateGate(session, "BackupGate", given))).message).toContain(says);
  expect(emulator.requests()).toEqual([]);
});
