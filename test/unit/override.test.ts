import { describe, expect, test } from "vitest";
import { overrideProblem, overrideStanding } from "../../provider/gates/override.ts";
import { DAY, HOUR, iso, NOW } from "../support/fixtures/backups.ts";

const reason = "RDS is down in cn-hangzhou, CHG-1234";
const at = (until: string) => overrideStanding({ reason, until }, NOW);

describe("an override is in force until its end", () => {
  test.each([
    ["an hour", iso(NOW + HOUR)],
    ["a second", iso(NOW + 1000)],
    ["seven days to the second", iso(NOW + 7 * DAY)],
    ["an hour, in another zone and without seconds", "2026-08-10T21:01+08:00"],
    ["an hour, in lower case and with a fraction", "2026-08-10t13:00:30.5z"],
  ])("%s", (_, until) => {
    expect(at(until)).toEqual({ kind: "inForce", note: expect.stringContaining(reason) });
  });

  test("and tells its end in UTC and its reason, on one line", () => {
    const override = { reason: " RDS is down,\n\tsee CHG-1234 ", until: "2026-08-11T00:00:00+08:00" };
    const note = "Let through by an override until 2026-08-10T16:00:00Z: RDS is down, see CHG-1234";
    expect(overrideStanding(override, NOW)).toEqual({ kind: "inForce", note });
  });
});

test.each([
  ["this moment", iso(NOW)],
  ["a second ago", iso(NOW - 1000)],
  ["a year ago", "2025-08-10T12:00:00Z"],
])("one that ended %s counts no more, and says when it ended", (_, until) => {
  expect(at(until)).toEqual({ kind: "ended", note: `The override ended at ${until} and counts no more.` });
});

test.each([
  ["a second more than seven days", iso(NOW + 7 * DAY + 1000)],
  ["a year", "2027-08-10T12:00:00Z"],
])("one that would last %s is none", (_, until) => {
  const fault = `${until} is more than 7 days after now (2026-08-10T12:00:30Z): an override ends by itself, at most 7 days from now`;
  expect(at(until)).toEqual({ kind: "tooLong", fault });
});

test("without an override there is nothing to say", () => {
  expect(overrideStanding(undefined, NOW)).toEqual({ kind: "absent", note: undefined });
});

describe("what is wrong with a member", () => {
  test.each([
    "2026-08-10T13:00:00Z",
    "2026-08-10T13:00Z",
    "2028-02-29T00:00:00.123456+14:00",
    "2026-12-31T23:59:59-00:30",
  ])("until %s: nothing", (until) => {
    expect(overrideProblem("until", until)).toBeUndefined();
  });
  test.each([
    "",
    "2026-08-10T13:00:00",
    "2026-08-10",
    "tomorrow",
    "7d",
    "-7d",
    "1786366800",
    "2026-02-30T13:00:00Z",
    "2027-02-29T13:00:00Z",
    "2026-13-01T13:00:00Z",
    "2026-00-10T13:00:00Z",
    "2026-08-10T24:00:00Z",
    "2026-08-10T13:60:00Z",
    "2026-08-10T13:00:00+24:00",
    "2026-08-10T13:00:00+0800",
    " 2026-08-10T13:00:00Z",
    "2026-08-10T13:00:00Z\n",
    1_786_366_800_000,
    null,
    {},
  ])("until %j: expected a time with its zone", (until) => {
    expect(overrideProblem("until", until)).toContain("expected a time with its zone");
  });
  test.each(["x", "停机", "CHG-1234: outage"])("reason %j: nothing", (reasonText) => {
    expect(overrideProblem("reason", reasonText)).toBeUndefined();
  });
  test.each(["", " ", "\n", "-", "...", "\u200b", "x".repeat(1001), 7, true, null, ["x"]])(
    "reason %j: expected why, in words",
    (reasonText) => {
      expect(overrideProblem("reason", reasonText)).toContain("expected why the gate may be passed, in words");
    },
  );
});
