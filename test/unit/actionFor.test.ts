import { describe, expect, test } from "vitest";
import { actionFor, type GateAction } from "../../provider/gates/actionFor.ts";
import type { Enforcement, Phase } from "../../provider/gates/enforcementIn.ts";
import type { Verdict } from "../../provider/lookups/verdict.ts";

const phases: readonly Phase[] = ["preview", "up"];
const waits = [undefined, 60_000];
/** A reason that waiting cannot change may come after others. */
const reasonsOf = (end: "terminal" | "not terminal") => [{ terminal: false }, { terminal: end === "terminal" }];
const ends = ["terminal", "not terminal"] as const;

/** Under `deny`: design section 4, cell by cell. The last word is the one with `waitFor`. */
const underDeny: readonly (readonly [Verdict, "terminal" | "not terminal", Phase, GateAction, GateAction])[] = [
  ["pass", "not terminal", "preview", "pass", "pass"],
  ["pass", "not terminal", "up", "pass", "pass"],
  ["fail", "not terminal", "preview", "refuse", "defer"],
  ["fail", "not terminal", "up", "refuse", "wait"],
  ["fail", "terminal", "preview", "refuse", "refuse"],
  ["fail", "terminal", "up", "refuse", "refuse"],
  ["pending", "not terminal", "preview", "refuse", "defer"],
  ["pending", "not terminal", "up", "refuse", "wait"],
  ["pending", "terminal", "preview", "refuse", "refuse"],
  ["pending", "terminal", "up", "refuse", "refuse"],
  ["unknown", "not terminal", "preview", "refuse", "defer"],
  ["unknown", "not terminal", "up", "refuse", "wait"],
  ["unknown", "terminal", "preview", "refuse", "refuse"],
  ["unknown", "terminal", "up", "refuse", "refuse"],
];

describe("deny", () => {
  test.each(underDeny)("%s, %s, in %s: %s; with waitFor: %s", (verdict, end, phase, without, withWait) => {
    const assessment = { verdict, reasons: reasonsOf(end) };
    expect(actionFor({ enforcement: "deny", phase, waitMs: undefined }, assessment)).toBe(without);
    expect(actionFor({ enforcement: "deny", phase, waitMs: 60_000 }, assessment)).toBe(withWait);
  });
});

/** What neither the phase, nor `waitFor`, nor a terminal reason changes. */
const otherwise: readonly (readonly [Enforcement, Verdict, GateAction])[] = [
  ["warn", "pass", "pass"],
  ["warn", "fail", "warn"],
  ["warn", "pending", "warn"],
  ["warn", "unknown", "warn"],
  ["off", "pass", "off"],
  ["off", "fail", "off"],
  ["off", "pending", "off"],
  ["off", "unknown", "off"],
];

test.each(otherwise)("%s, %s: %s, in either phase, with and without waitFor", (enforcement, verdict, decision) => {
  const decisions = phases.flatMap((phase) =>
    waits.flatMap((waitMs) =>
      ends.map((end) => actionFor({ enforcement, phase, waitMs }, { verdict, reasons: reasonsOf(end) })),
    ),
  );
  expect(decisions).toEqual(Array(8).fill(decision));
});

describe("an override", () => {
  const decisions = (enforcement: Enforcement, verdict: Verdict, override: "inForce" | "ended") =>
    phases.flatMap((phase) =>
      waits.flatMap((waitMs) =>
        ends.map((end) => actionFor({ enforcement, phase, waitMs }, { verdict, reasons: reasonsOf(end) }, override)),
      ),
    );

  test.each([
    ["deny", "pass", "pass"],
    ["deny", "fail", "override"],
    ["deny", "pending", "override"],
    ["deny", "unknown", "override"],
    ["warn", "pass", "pass"],
    ["warn", "fail", "override"],
    ["warn", "pending", "override"],
    ["warn", "unknown", "override"],
    ["off", "fail", "off"],
    ["off", "pass", "off"],
  ] as const)("in force, under %s, %s: %s, in either phase, without any wait", (enforcement, verdict, decision) => {
    expect(decisions(enforcement, verdict, "inForce")).toEqual(Array(8).fill(decision));
  });

  test.each(["deny", "warn", "off"] as const)("that has ended is as if it were not there, under %s", (enforcement) => {
    for (const verdict of ["pass", "fail", "pending", "unknown"] as const) {
      const without = phases.flatMap((phase) =>
        waits.flatMap((waitMs) =>
          ends.map((end) => actionFor({ enforcement, phase, waitMs }, { verdict, reasons: reasonsOf(end) })),
        ),
      );
      expect(decisions(enforcement, verdict, "ended")).toEqual(without);
    }
  });
});
