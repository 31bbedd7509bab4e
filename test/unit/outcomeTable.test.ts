import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import type { Enforcement, Phase } from "../../provider/gates/enforcementIn.ts";
import { evaluateGate } from "../../provider/gates/evaluateGate.ts";
import type { Gate } from "../../provider/gates/gate.ts";
import type { Verdict } from "../../provider/lookups/verdict.ts";
import { NOW } from "../support/fixtures/backups.ts";
import { gateNamed } from "../support/lookups/gates.ts";
import { sessionWithoutKey } from "../support/lookups/sessionWithoutKey.ts";

/** `up will tell`: this preview goes on, and shows no record. */
type Result =
  | "passed"
  | "passed, up will tell"
  | "warned"
  | "warned, up will tell"
  | "off"
  | "off, up will tell"
  | "deferred"
  | "refused"
  | "waited, then refused";

const notPassing = ["fail", "pending", "unknown"] as const;
const withAndWithoutWait = [{}, { waitFor: "1m" }];

type Row = readonly [Enforcement | undefined, Enforcement | undefined, Result, Result, Result];

/**
 * Design section 4, with `enforcement` and `previewEnforcement`: the result of a pass; of any other verdict; of that one
 * with `waitFor`.
 */
const inPreview: readonly Row[] = [
  [undefined, undefined, "passed", "refused", "deferred"],
  [undefined, "deny", "passed", "refused", "deferred"],
  [undefined, "warn", "passed", "warned, up will tell", "warned, up will tell"],
  [undefined, "off", "off, up will tell", "off, up will tell", "off, up will tell"],
  ["deny", undefined, "passed", "refused", "deferred"],
  ["deny", "deny", "passed", "refused", "deferred"],
  ["deny", "warn", "passed", "warned, up will tell", "warned, up will tell"],
  ["deny", "off", "off, up will tell", "off, up will tell", "off, up will tell"],
  // Only `deny` waits in up.
  ["warn", "deny", "passed", "refused", "refused"],
  ["warn", undefined, "passed", "warned", "warned"],
  ["warn", "warn", "passed", "warned", "warned"],
  ["warn", "off", "off, up will tell", "off, up will tell", "off, up will tell"],
  // Up records `off`, whatever the preview says.
  ["off", "deny", "passed, up will tell", "refused", "refused"],
  ["off", "warn", "passed, up will tell", "warned, up will tell", "warned, up will tell"],
  ["off", undefined, "off", "off", "off"],
  ["off", "off", "off", "off", "off"],
];
/** The same in `up`, where `previewEnforcement` means nothing. */
const inUp: readonly Row[] = [undefined, "deny" as const, "warn" as const, "off" as const].flatMap((preview): Row[] => [
  [undefined, preview, "passed", "refused", "waited, then refused"],
  ["deny", preview, "passed", "refused", "waited, then refused"],
  ["warn", preview, "passed", "warned", "warned"],
  ["off", preview, "off", "off", "off"],
]);

describe.each([
  ["preview", inPreview],
  ["up", inUp],
] as const)("the outcome table in %s", (phase, table) => {
  test.each(table)("enforcement %s, previewEnforcement %s", async (enforcement, preview, pass, other, otherWaiting) => {
    const controls = controlsOf(enforcement, preview);
    const waiting = { ...controls, waitFor: "1m" };

    expect(await evaluate("pass", controls, phase)).toEqual(expected(pass, "pass"));
    expect(await evaluate("pass", waiting, phase)).toEqual(expected(pass, "pass"));
    for (const verdict of notPassing) {
      expect(await evaluate(verdict, controls, phase), verdict).toEqual(expected(other, verdict));
      expect(await evaluate(verdict, waiting, phase), verdict).toEqual(expected(otherWaiting, verdict));
    }
  });

  test.each(table)("with a reason that waiting cannot change: %s, %s", async (enforcement, preview, _, other) => {
    const controls = controlsOf(enforcement, preview);
    for (const wait of withAndWithoutWait) {
      for (const verdict of notPassing) {
        const result = await evaluate(verdict, { ...controls, ...wait }, phase, { terminal: true });
        expect(result, verdict).toEqual(expected(other, verdict));
      }
    }
  });
});

describe("an input that is unknown: nothing is asked", () => {
  test.each(inPreview)("in preview it is always deferred: %s, %s", async (enforcement, preview) => {
    for (const wait of withAndWithoutWait) {
      const controls = { ...controlsOf(enforcement, preview), ...wait };
      expect(await evaluateUnknown(controls, "preview")).toEqual({ kind: "deferred", record: undefined });
    }
  });

  test.each([
    [undefined, { kind: "refused", record: undefined }],
    ["deny", { kind: "refused", record: undefined }],
    ["warn", { kind: "warned", record: { verdict: "unknown" } }],
    ["off", { kind: "off", record: { verdict: "off" } }],
  ] as const)("in up under %s", async (enforcement, result) => {
    for (const preview of [undefined, "deny", "warn", "off"] as const) {
      for (const wait of withAndWithoutWait) {
        expect(await evaluateUnknown({ ...controlsOf(enforcement, preview), ...wait }, "up")).toEqual(result);
      }
    }
  });
});

test("no pair of words is left out of the table", () => {
  const pairs = (rows: readonly Row[]) => new Set(rows.map(([enforcement, preview]) => `${enforcement} ${preview}`));
  // Three words and none at all, for each of the two.
  expect(pairs(inPreview).size).toBe(16);
  expect(pairs(inUp).size).toBe(16);
});

function controlsOf(enforcement: Enforcement | undefined, previewEnforcement: Enforcement | undefined): JsonObject {
  return { ...(enforcement && { enforcement }), ...(previewEnforcement && { previewEnforcement }) };
}

/** What comes of a gate whose service answers with this verdict whenever it is asked. */
async function evaluate(verdict: Verdict, controls: JsonObject, phase: Phase, { terminal = false } = {}) {
  let polls = 0;
  const reasons =
    verdict === "pass"
      ? []
      : [
          { rule: "maxAge", message: "first", verdict, terminal: false },
          { rule: "status", message: "second", verdict, terminal },
        ];
  const gate: Gate = {
    ...gateNamed("BackupGate"),
    assessor: () => () => {
      polls++;
      const place = "cn-hangzhou";
      return Promise.resolve({
        verdict,
        reasons,
        report: "",
        best: undefined,
        withGoodRow: [],
        rows: [],
        region: place,
        regionOrUrl: place,
        now: NOW,
      });
    },
    record: (result) => ({ verdict: typeof result === "object" ? result.verdict : result }),
  };
  const inputs = { values: { dbInstanceId: "rm-1", ...controls }, unknown: new Set<string>() };
  const session = sessionWithoutKey();
  const outcome = await evaluateGate(gate, inputs, {
    phase,
    properties: undefined,
    status: () => undefined,
    withSession: (work) => work(session),
  });
  return { kind: outcome.kind, record: "record" in outcome ? outcome.record : undefined, polls };
}

/** A minute of waiting is looks after 0, 5, 15, 35 and 60 seconds: design section 4. */
function expected(result: Result, verdict: Verdict) {
  const record = { verdict };
  switch (result) {
    case "passed":
    case "warned":
      return { kind: result, record, polls: 1 };
    case "passed, up will tell":
      return { kind: "passed", record: undefined, polls: 1 };
    case "warned, up will tell":
      return { kind: "warned", record: undefined, polls: 1 };
    case "off":
      return { kind: "off", record: { verdict: "off" }, polls: 0 };
    case "off, up will tell":
      return { kind: "off", record: undefined, polls: 0 };
    case "deferred":
    case "refused":
      return { kind: result, record: undefined, polls: 1 };
    case "waited, then refused":
      return { kind: "refused", record: undefined, polls: 5 };
  }
}

async function evaluateUnknown(controls: JsonObject, phase: Phase) {
  const inputs = { values: controls, unknown: new Set(["dbInstanceId"]) };
  const outcome = await evaluateGate(gateNamed("BackupGate"), inputs, {
    phase,
    properties: undefined,
    status: () => undefined,
    withSession: () => Promise.reject(new Error("A session was opened.")),
  });
  return { kind: outcome.kind, record: "record" in outcome ? outcome.record : undefined };
}
