import { describe, expect, test } from "vitest";
import type { Enforcement } from "../../provider/gates/enforcementIn.ts";
import { policyFor } from "../../provider/gates/policyFor.ts";
import { recordIfSameInUp } from "../../provider/gates/recordIfSameInUp.ts";
import type { Verdict } from "../../provider/lookups/verdict.ts";

const record = (verdict: Verdict) => ({ verdict, place: "cn-hangzhou" });
const off = { verdict: "off" };
const shown = true;
const notKnownYet = false;

/** enforcement, previewEnforcement; then for a pass, and for every other verdict. Design section 4. */
const evaluatedInPreview: readonly (readonly [Enforcement, Enforcement, boolean, boolean])[] = [
  // What is not a pass is refused in up, or waited for: another answer, or none.
  ["deny", "deny", shown, notKnownYet],
  ["deny", "warn", shown, notKnownYet],
  ["warn", "deny", shown, shown],
  ["warn", "warn", shown, shown],
  // Up records `off`, and asks nothing.
  ["off", "deny", notKnownYet, notKnownYet],
  ["off", "warn", notKnownYet, notKnownYet],
];

describe("W12: a preview shows what up records, or nothing", () => {
  test.each(evaluatedInPreview)(
    "enforcement %s, previewEnforcement %s",
    (enforcement, previewEnforcement, pass, other) => {
      const policy = policyFor({ enforcement, previewEnforcement }, "preview");
      const isShown = (verdict: Verdict) => recordIfSameInUp(policy, record(verdict)) !== undefined;

      expect(isShown("pass")).toBe(pass);
      expect([isShown("fail"), isShown("pending"), isShown("unknown")]).toEqual([other, other, other]);
      if (pass) expect(recordIfSameInUp(policy, record("pass"))).toEqual(record("pass"));
    },
  );
  // A preview that is off has asked nothing.
  test.each([
    ["deny", undefined],
    ["warn", undefined],
    ["off", off],
  ] as const)("enforcement %s, previewEnforcement off", (enforcement, expected) => {
    expect(recordIfSameInUp(policyFor({ enforcement, previewEnforcement: "off" }, "preview"), off)).toEqual(expected);
  });
  test.each(["deny", "warn", "off"] as const)("up records whatever came of it, under %s", (enforcement) => {
    for (const previewEnforcement of ["deny", "warn", "off"] as const) {
      const policy = policyFor({ enforcement, previewEnforcement }, "up");
      expect(recordIfSameInUp(policy, record("pass"))).toEqual(record("pass"));
      expect(recordIfSameInUp(policy, record("fail"))).toEqual(record("fail"));
      expect(recordIfSameInUp(policy, off)).toEqual(off);
    }
  });
});

describe("what counts in which phase", () => {
  test.each<readonly [string, Parameters<typeof policyFor>[0], Enforcement, Enforcement]>([
    ["deny unless something else is said", {}, "deny", "deny"],
    ["enforcement alone counts in both", { enforcement: "warn" }, "warn", "warn"],
    ["previewEnforcement counts in preview alone", { previewEnforcement: "warn" }, "warn", "deny"],
    ["it may be stricter", { enforcement: "off", previewEnforcement: "deny" }, "deny", "off"],
  ])("%s", (_, controls, preview, up) => {
    expect(policyFor(controls, "preview").enforcement).toBe(preview);
    expect(policyFor(controls, "up").enforcement).toBe(up);
  });
});

describe("a wait", () => {
  const waitFor = 60_000;

  test.each<readonly [Enforcement, Enforcement, number | undefined]>([
    ["deny", "deny", waitFor],
    ["deny", "warn", waitFor],
    ["deny", "off", waitFor],
    ["warn", "deny", undefined],
    ["warn", "warn", undefined],
    ["off", "deny", undefined],
  ])("enforcement %s, previewEnforcement %s: for so long in up", (enforcement, previewEnforcement, waitMs) => {
    expect(policyFor({ enforcement, previewEnforcement, waitFor }, "up")).toMatchObject({ waitMs });
    expect(policyFor({ enforcement, previewEnforcement, waitFor }, "preview")).toMatchObject({ waitMs });
  });
  test("there is none without waitFor", () => {
    expect(policyFor({}, "up").waitMs).toBeUndefined();
    expect(policyFor({}, "preview").waitMs).toBeUndefined();
  });
});
