import { beforeEach, describe, expect, test } from "vitest";
import type { Settings } from "../../provider/client/settings.ts";
import { InputError } from "../../provider/core/errors/InputError.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { functions } from "../../provider/lookups/functions.ts";
import { backup, SHOP } from "../support/fixtures/backups.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();
beforeEach(() => {
  emulator.add(backup("1", 5));
});

/** The properties that were refused; nothing may have been sent. */
async function refused(name: string, given: JsonObject, settings: Settings = {}) {
  const error = await failure(call(openSession(emulator, { settings }), name, given));
  expect(emulator.requests()).toEqual([]);
  expect(error).toBeInstanceOf(InputError);
  return error instanceof InputError ? error.failures : [];
}

test.each(functions)("$name without any argument names what is missing", async ({ name, inputs }) => {
  const required = Object.entries(inputs.shape).filter(([, { isOptional }]) => !isOptional);
  const failures = await refused(name, {});
  expect(failures.map(({ property }) => property)).toEqual(expect.arrayContaining(required.map(([key]) => key)));
  for (const { reason } of failures) expect(reason).not.toBe("");
});

describe("is refused before anything is sent, naming the property", () => {
  test.each<[string, string, JsonObject, string, RegExp]>([
    ["B1: a missing instance", "getLatestBackup", {}, "dbInstanceId", /required/],
    ["a missing instance for a verdict", "getBackupReadiness", {}, "dbInstanceId", /required/],
    [
      "B26: a pin beside what needs other backups",
      "getBackupReadiness",
      { dbInstanceId: SHOP, pin: "1", minCount: 2, maxShrink: 5, noFailureSinceSuccess: false },
      "pin",
      /cannot be combined with minCount and maxShrink/,
    ],
    ["B1: an empty instance", "getLatestBackup", { dbInstanceId: "" }, "dbInstanceId", /empty text/],
    ["B1: an instance of spaces", "getLatestBackup", { dbInstanceId: "  " }, "dbInstanceId", /expected an ID/],
    [
      "B3: another parameter inside the instance",
      "getBackups",
      { dbInstanceId: "rm-1&Action=DeleteDBInstance" },
      "dbInstanceId",
      /expected an ID/,
    ],
    ["B4: an instance of 10 kB", "getBackups", { dbInstanceId: "r".repeat(10_000) }, "dbInstanceId", /at most 128/],
    [
      "B5: an instance that is a number",
      "getBackups",
      { dbInstanceId: 5 },
      "dbInstanceId",
      /expected text, got number 5/,
    ],
    [
      "B9: a misspelt argument",
      "getLatestBackup",
      { dbInstanceId: SHOP, maxage: "26h" },
      "maxage",
      /did you mean maxAge\?/,
    ],
    [
      "B25: a wrong word",
      "getBackups",
      { dbInstanceId: SHOP, backupStatus: "success" },
      "backupStatus",
      /one of Success, Failed/,
    ],
    [
      "B16: a time without zone",
      "getBackups",
      { dbInstanceId: SHOP, startTime: "2026-08-01 00:00" },
      "startTime",
      /with its zone/,
    ],
    [
      "B17: a day that is not one",
      "getBackups",
      { dbInstanceId: SHOP, endTime: "2026-02-30T00:00Z" },
      "endTime",
      /with its zone/,
    ],
    [
      "B19: a bare number as time",
      "getBackups",
      { dbInstanceId: SHOP, startTime: 1_661_941_554 },
      "startTime",
      /expected text/,
    ],
    [
      "B14: a reversed window",
      "getBackups",
      { dbInstanceId: SHOP, startTime: "2026-08-02T00:00Z", endTime: "2026-08-01T00:00Z" },
      "startTime",
      /startTime .* must be before endTime/,
    ],
    [
      "B15: a window of no length",
      "getBackups",
      { dbInstanceId: SHOP, startTime: "2026-08-01T00:00Z", endTime: "2026-08-01T08:00+08:00" },
      "startTime",
      /must be before/,
    ],
    [
      "a window that begins in the future",
      "getBackups",
      { dbInstanceId: SHOP, startTime: "2027-01-01T00:00Z" },
      "startTime",
      /must be before/,
    ],
    [
      "B23: a page size that the service does not have",
      "getBackups",
      { dbInstanceId: SHOP, pageSize: 7 },
      "pageSize",
      /one of 30, 50, 100/,
    ],
    [
      "B21: a duration without unit",
      "getLatestBackup",
      { dbInstanceId: SHOP, maxAge: "26" },
      "maxAge",
      /such as "26h"/,
    ],
    ["no duration at all", "getLatestBackup", { dbInstanceId: SHOP, lookback: "0d" }, "lookback", /longer than zero/],
    ["an empty region", "getLatestBackup", { dbInstanceId: SHOP, region: "" }, "region", /empty/],
  ])("%s", async (_, name, given, property, reason) => {
    const failures = await refused(name, given);
    expect(failures).toEqual([{ property, reason: expect.stringMatching(reason) }]);
  });

  test("B10: an unknown region, with the nearest one", async () => {
    const failures = await refused("getLatestBackup", { dbInstanceId: SHOP, region: "cn-hangzou" }, { endpoints: {} });
    expect(failures).toEqual([{ property: "region", reason: expect.stringContaining("did you mean cn-hangzhou?") }]);
  });

  test("B12: an endpoint off this machine without TLS", async () => {
    const failures = await refused(
      "getLatestBackup",
      { dbInstanceId: SHOP },
      { endpoints: { rds: "http://rds.example.com" } },
    );
    expect(failures).toEqual([{ property: "endpoints.rds", reason: expect.stringContaining("use https://") }]);
  });

  test("B31: a key without its secret", async () => {
    const given = { region: "cn-hangzhou", accessKey: "LTAI5tHalfAKey000000" };
    const failures = await refused("getLatestBackup", { dbInstanceId: SHOP }, { ...given, secretKey: "" });
    expect(failures).toEqual([{ property: "secretKey", reason: expect.stringContaining("accessKey is set") }]);
    expect(JSON.stringify(failures)).not.toContain("LTAI5tHalf");
  });
});
