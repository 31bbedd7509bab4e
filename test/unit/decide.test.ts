import { describe, expect, test } from "vitest";
import { type Decision, decide, type Enforcement, type Phase } from "../../provider/lookups/gate/decide.ts";
import type { Verdict } from "../../provider/lookups/rollUp.ts";

const phases: readonly Phase[] = ["preview", "up"];
const waiting = [false, true];
const terminal = [false, true];

/** Under `deny`: design section 4, cell by cell. The last word is the one with `waitFor`. */
const underDeny: readonly (readonly [Verdict, "terminal" | "not terminal", Phase, Decision, Decision])[] = [
  ["pass", "not terminal", "preview", "open", "open"],
  ["pass", "not terminal", "up", "open", "open"],
  ["fail", "not terminal", "preview", "refuse", "wouldWait"],
  ["fail", "not terminal", "up", "refuse", "wait"],
  ["fail", "terminal", "preview", "refuse", "refuse"],
  ["fail", "terminal", "up", "refuse", "refuse"],
  ["pending", "not terminal", "preview", "refuse", "wouldWait"],
  ["pending", "not terminal", "up", "refuse", "wait"],
  ["pending", "terminal", "preview", "refuse", "refuse"],
  ["pending", "terminal", "up", "refuse", "refuse"],
  ["unknown", "not terminal", "preview", "refuse", "wouldWait"],
  ["unknown", "not terminal", "up", "refuse", "wait"],
  ["unknown", "terminal", "preview", "refuse", "refuse"],
  ["unknown", "terminal", "up", "refuse", "refuse"],
];

describe("deny", () => {
  test.each(underDeny)("%s, %s, in %s: %s; with waitFor: %s", (verdict, end, phase, without, withWait) => {
    const given = { verdict, terminal: end === "terminal", enforcement: "deny", phase } as const;
    expect(decide({ ...given, waits: false })).toBe(without);
    expect(decide({ ...given, waits: true })).toBe(withWait);
  });
});

/** What neither the phase, nor `waitFor`, nor a terminal reason changes. */
const otherwise: readonly (readonly [Enforcement, Verdict, Decision])[] = [
  ["warn", "pass", "open"],
  ["warn", "fail", "warn"],
  ["warn", "pending", "warn"],
  ["warn", "unknown", "warn"],
  ["off", "pass", "open"],
  ["off", "fail", "open"],
  ["off", "pending", "open"],
  ["off", "unknown", "open"],
];

test.each(otherwise)("%s, %s: %s, in either phase, with and without waitFor", (enforcement, verdict, decision) => {
  const cases = phases.flatMap((phase) =>
    waiting.flatMap((waits) => terminal.map((end) => ({ phase, waits, terminal: end }))),
  );
  const decisions = cases.map((each) => decide({ verdict, enforcement, ...each }));
  expect(decisions).toEqual(Array(8).fill(decision));
});
