import { describe, expect, test } from "vitest";
import type { Enforcement } from "../../provider/lookups/gate/decide.ts";
import { previewOutputs } from "../../provider/lookups/gate/previewOutputs.ts";
import type { Verdict } from "../../provider/lookups/rollUp.ts";

/** What `up` would record if it got the same answer. */
const record = { verdict: "as it was answered" };
const off = { verdict: "off" };
const notKnownYet = undefined;

/** enforcement, previewEnforcement; then for a pass, and for every other verdict. Design section 4. */
const table: readonly (readonly [Enforcement, Enforcement, object | undefined, object | undefined])[] = [
  // What is not a pass is refused in up, or waited for: another answer, or none.
  ["deny", "deny", record, notKnownYet],
  ["deny", "warn", record, notKnownYet],
  // Nothing was asked.
  ["deny", "off", notKnownYet, notKnownYet],
  ["warn", "deny", record, record],
  ["warn", "warn", record, record],
  ["warn", "off", notKnownYet, notKnownYet],
  // Up records `off`, and asks nothing.
  ["off", "deny", notKnownYet, notKnownYet],
  ["off", "warn", notKnownYet, notKnownYet],
  ["off", "off", off, off],
];

describe("W12: a preview shows what up records, or nothing", () => {
  test.each(table)("enforcement %s, previewEnforcement %s", (enforcement, previewEnforcement, pass, other) => {
    const evaluates = previewEnforcement !== "off";
    const shown = (verdict: Verdict) =>
      previewOutputs({ enforcement, previewEnforcement, verdict: evaluates ? verdict : undefined }, record);

    expect(shown("pass")).toEqual(pass);
    expect([shown("fail"), shown("pending"), shown("unknown")]).toEqual([other, other, other]);
  });
});
