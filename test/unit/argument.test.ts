import { describe, expect, test } from "vitest";
import * as argument from "../../provider/core/argument.ts";
import type { InputType } from "../../provider/core/inputType.ts";
import type { Json } from "../../provider/core/json.ts";

/** What is said of a value that is not read. */
function refusalOf(inputType: InputType, value: Json): string | undefined {
  expect(inputType.read(value)).toBeUndefined();
  return inputType.schema.safeParse(value).error?.issues[0]?.message;
}

describe("a duration", () => {
  test.each([
    ["26h", 93_600_000],
    ["24h", 86_400_000],
    ["90m", 5_400_000],
    ["7d", 604_800_000],
    ["1h30m", 5_400_000],
    ["45s", 45_000],
    ["2w", 1_209_600_000],
    ["0s", 0],
  ])("B21: %s is %i ms", (given, ms) => expect(argument.duration.read(given)).toBe(ms));

  test.each([
    ["-1h"],
    ["0"],
    ["NaN"],
    ["1e309"],
    ["26"],
    ["1.5d"],
    ["P1D"],
    [""],
    [" 1h"],
    ["1h "],
    ["1 h"],
    ["1H"],
    ["h"],
    ["1y"],
    ["1ms"],
    ["4000d"],
    [`${"9".repeat(400)}s`],
  ])("B21: %j is refused, with the accepted forms", (given) => {
    expect(refusalOf(argument.duration, given)).toContain('such as "26h", "90m", "7d" or "1h30m"');
  });

  test("where it must be longer than zero, zero is refused", () => {
    expect(refusalOf(argument.positiveDuration, "0h")).toBe("must be longer than zero");
    expect(argument.positiveDuration.read("1s")).toBe(1000);
  });
});

describe("a time", () => {
  test.each([
    ["2026-08-01T00:00:00Z", "2026-08-01T00:00:00.000Z"],
    ["2026-08-01T00:00Z", "2026-08-01T00:00:00.000Z"],
    ["2026-08-01T08:00+08:00", "2026-08-01T00:00:00.000Z"],
    ["2026-08-01T08:30:15.5+08:00", "2026-08-01T00:30:15.500Z"],
    ["2026-07-31T19:00:00-05:00", "2026-08-01T00:00:00.000Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
  ])("B18: %s is %s, to the millisecond", (given, utc) =>
    expect(argument.moment.read(given)).toEqual({ at: Date.parse(utc) }),
  );

  test("may be counted back from now", () => {
    expect(argument.moment.read("-7d")).toEqual({ ago: 604_800_000 });
    expect(argument.moment.read("-1h30m")).toEqual({ ago: 5_400_000 });
  });

  test.each([
    ["2026-08-01 00:00"],
    ["2026-08-01T00:00:00"],
    ["2026-08-01"],
    ["2026-02-30T00:00Z"],
    ["2026-08-01T24:00:00Z"],
    ["2026-08-01T00:00:60Z"],
    ["10000-01-01T00:00:00Z"],
    ["1661941554"],
    ["1661941554000"],
    ["7d"],
    ["-7"],
    ["+7d"],
    ["-P7D"],
    ["yesterday"],
    [""],
  ])("B16, B17, B19: %j is refused, with the accepted forms", (given) => {
    expect(refusalOf(argument.moment, given)).toContain('with its zone such as "2026-08-01T00:00:00Z"');
  });
});

describe("B3: an ID", () => {
  test.each([["rm-uf6wjk5xxxxxxx"], ["rm-2ze8g2am97624****"], ["321020562"], ["dbs1hvb0wxxxxxx"], ["dt-qxntlvgu"]])(
    "%s",
    (given) => expect(argument.identifier.read(given)).toBe(given),
  );

  test.each([
    [""],
    [" "],
    [" rm-1"],
    ["rm-1\n"],
    ["rm-1\nrm-2"],
    ["rm-1\0"],
    ["rm-1&Action=DeleteDBInstance"],
    ["rm-1?x=y"],
    ["rm/1"],
    ["-rm"],
    ["r".repeat(129)],
    ["r".repeat(10_000)],
  ])("%j is refused", (given) => expect(refusalOf(argument.identifier, given)).toBeDefined());
});

describe("B29: a name", () => {
  test.each([["orders"], ["数据库"], ["with space"], ["😀"]])("%s", (given) =>
    expect(argument.singleLineText.read(given)).toBe(given),
  );
  test.each([[""], ["a\nb"], ["a\0b"], ["\uD800"], ["n".repeat(1001)]])("%j is refused", (given) =>
    expect(refusalOf(argument.singleLineText, given)).toBeDefined(),
  );
});

describe("B22: a count", () => {
  const count = argument.count(1, 100);
  test.each([[1], [100]])("%d", (given) => expect(count.read(given)).toBe(given));
  test.each([[0], [-1], [101], [1.5], [2 ** 53], [Number.NaN], ["5"]])("%j is refused, with the range", (given) =>
    expect(refusalOf(count, given)).toBe("expected a whole number from 1 to 100"),
  );
});
