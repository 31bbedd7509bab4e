import { expect, test } from "vitest";
import { quantile } from "../../scripts/bench/measure/quantile.ts";
import { checkLine } from "../../scripts/bench/report/checkLine.ts";
import { compareFigures } from "../../scripts/bench/report/compareFigures.ts";
import { type Figure, reachesGoal } from "../../scripts/bench/report/figure.ts";
import { figureLine } from "../../scripts/bench/report/figureLine.ts";
import { goalLine } from "../../scripts/bench/report/goalLine.ts";
import { resultsPage } from "../../scripts/bench/report/resultsPage.ts";

const speed: Figure = { name: "peer ÷ plugin", value: 4, unit: "ratio", better: "higher", goal: 3.8 };
const memory: Figure = { name: "peak", value: 160, unit: "MB", better: "lower", goal: 160 };
const roundTrip: Figure = { name: "p50", value: 2, unit: "ms", better: "lower", goal: 3 };

test("the median of an odd number is the middle one, and p99 of a hundred the last", () => {
  expect(quantile([9, 1, 5], 0.5)).toBe(5);
  expect(
    quantile(
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.99,
    ),
  ).toBe(100);
  expect(quantile([], 0.5)).toBeNaN();
});

test("a figure says whether its goal is reached, at which it is", () => {
  expect(reachesGoal(memory)).toBe(true);
  expect(reachesGoal({ ...memory, value: 160.1 })).toBe(false);
  expect(reachesGoal({ ...speed, value: 3.7 })).toBe(false);
  expect(reachesGoal({ ...speed, goal: undefined })).toBeUndefined();
  expect(figureLine(speed)).toBe("peer ÷ plugin: 4.00 (goal: at least 3.80, held)");
  expect(figureLine({ ...roundTrip, value: 12 })).toBe("p50: 12 ms (goal: at most 3.0 ms, missed)");
  expect(goalLine([speed, memory, { ...roundTrip, value: 12 }, { ...speed, goal: undefined }])).toBe(
    "2 of 3 goals held.",
  );
});

test.each([
  { what: "25 % lower where more is better", now: { ...speed, value: 3.2 }, earlier: speed, isWorse: false },
  { what: "more than that", now: { ...speed, value: 3.1 }, earlier: speed, isWorse: true },
  { what: "25 % higher where less is better", now: { ...memory, value: 200 }, earlier: memory, isWorse: false },
  { what: "more than that", now: { ...memory, value: 201 }, earlier: memory, isWorse: true },
  { what: "much better", now: { ...memory, value: 16 }, earlier: memory, isWorse: false },
  { what: "not a number", now: { ...memory, value: Number.NaN }, earlier: memory, isWorse: true },
])("$now.name of $now.value after $earlier.value, $what: worse $isWorse", ({ now, earlier, isWorse }) => {
  expect(compareFigures([now], [earlier]).worse).toHaveLength(isWorse ? 1 : 0);
});

test("a check compares what does not depend on the machine, by name, and counts what held", () => {
  const now = [{ ...speed, value: 1 }, memory, { ...roundTrip, value: 200 }, { ...speed, name: "a new one" }];
  const comparison = compareFigures(now, [speed, memory, roundTrip, { ...speed, name: "gone" }]);
  expect(comparison).toEqual({
    compared: 2,
    worse: ["peer ÷ plugin: 1.00 after 4.00"],
    unmeasured: ["gone"],
  });
  expect(checkLine(comparison)).toBe("1 of 2 figures held; 1 was not measured.");
  expect(checkLine(compareFigures([memory], [memory]))).toBe("1 of 1 figures held.");
});

test("the page of results has the figures first, then what they were made from", () => {
  const timing = { subject: "plugin", median: 512.34, fastest: 500, slowest: 530, cpu: 200 };
  const page = resultsPage(
    { date: "2026-08-10", surroundings: ["Machine: one."], figures: [speed, { ...memory, value: 170 }] },
    [{ name: "a list", figures: [], timings: [timing], notes: ["Not here: a client."] }],
  );
  expect(page).toContain(
    "| peer ÷ plugin | 4.00 | at least 3.80 | held |\n| peak | 170 MB | at most 160 MB | **missed** |",
  );
  expect(page).toContain('x-axis ["plugin"]\n  bar [512.3]');
  expect(page).toContain("| plugin | 512 | 500 to 530 | 200 |");
  expect(page.indexOf("Not here: a client.")).toBeGreaterThan(page.indexOf("## a list"));
});
