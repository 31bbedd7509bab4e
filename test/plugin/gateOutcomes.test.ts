import { describe, expect, test } from "vitest";
import { type Properties, unknownValue } from "../support/plugin/pluginProperties.ts";
import { healthy, latestHealthyBackup, stale } from "../support/plugin/pluginScene.ts";
import { useClockedPlugin } from "../support/plugin/useClockedPlugin.ts";

/*
 * That the outcome table arrives: a slice of it, as the engine sees it. The whole of it is in unit/outcomeTable.test.ts.
 * The plugin's clock is the test's: whatever waits waits no real time.
 */
const { emulator, engine, plugin } = await useClockedPlugin();

const questions = {
  pass: { dbInstanceId: healthy, maxAge: "26h" },
  fail: { dbInstanceId: stale, maxAge: "26h" },
  /** The gate of a task that is Running in the seed. */
  pending: { dbInstanceId: "rm-bp1erp00migrate01", migrateTaskId: "564522140" },
  /** The service answers with a proxy's page. */
  unknown: { dbInstanceId: healthy, maxAge: "26h" },
  notEvaluated: { dbInstanceId: unknownValue, maxAge: "26h" },
} satisfies Record<string, Properties>;

const says = {
  fail: expect.stringMatching(/^rm-bp1wiki00stale001 \(cn-hangzhou\): .*older than 26h/),
  pending: expect.stringMatching(/^[^\n]*it is Running/),
  unknown: expect.stringMatching(/^[^\n]*the reply is not a JSON object/),
  notEvaluated: expect.stringContaining("dbInstanceId is still unknown in pulumi up"),
};

let gates = 0;

/** Creates the gate, or updates one that has passed: what the engine gets and is told, and whether the service is asked. */
async function run(
  question: keyof typeof questions,
  controls: Properties,
  { preview = false, update = false }: { readonly preview?: boolean; readonly update?: boolean } = {},
) {
  if (question === "unknown") emulator.inject({ kind: "html", times: 99 });
  const type = question === "pending" ? "MigrateTaskGate" : "BackupGate";
  const urn = `urn:pulumi:test::project::alicloud-backups:rds:${type}::gate${gates++}`;
  const inputs = { ...questions[question], ...controls };
  const passed = { verdict: "pass", backupId: "1", migrateTaskId: "1" };
  const [result] = await Promise.allSettled([
    update
      ? plugin.update({ urn, recorded: passed, before: {}, news: inputs }, { preview })
      : plugin.create(inputs, { preview, urn }).then(({ properties }) => properties),
  ]);
  return {
    outputs: result.status === "fulfilled" ? result.value : undefined,
    refusal: result.status === "rejected" ? String(result.reason.details) : undefined,
    // What a gate has to say it has said when it answers: the engine may end the plugin at once.
    messages: engine.messages.flatMap(({ severity, message, urn: of }) => (of === urn ? [{ severity, message }] : [])),
    asked: emulator.requests().length > 0,
  };
}

const preview = { preview: true };
const up = { preview: false };
/** What only up will tell. */
const notKnownYet = { verdict: unknownValue, backupId: unknownValue, backup: unknownValue, place: unknownValue };

describe("passes, and records the backup", () => {
  test.each([
    ["deny, in preview", {}, preview],
    ["deny, in up", {}, up],
    ["deny, in an update", {}, { update: true }],
    ["warn, in up", { enforcement: "warn" }, up],
    ["with nothing to wait for", { waitFor: "2h" }, up],
  ])("%s", async (_, controls, phase) => {
    expect(await run("pass", controls, phase)).toEqual({
      outputs: expect.objectContaining({
        verdict: "pass",
        backupId: latestHealthyBackup,
        backup: expect.objectContaining({ backupId: latestHealthyBackup }),
      }),
      refusal: undefined,
      messages: [],
      asked: true,
    });
  });
});

describe("is refused with the report", () => {
  test.each([
    ["fail", {}, preview],
    ["fail", { enforcement: "deny" }, up],
    ["fail", {}, { update: true }],
    ["fail", { enforcement: "warn", previewEnforcement: "deny", waitFor: "2h" }, preview],
    ["pending", {}, up],
    ["unknown", {}, preview],
    ["unknown", {}, up],
    ["notEvaluated", {}, up],
  ] as const)("%s, %o, %o", async (question, controls, phase) => {
    expect(await run(question, controls, phase)).toEqual({
      outputs: undefined,
      refusal: says[question],
      messages: [],
      asked: question !== "notEvaluated",
    });
  });
});

describe("warns, and records the verdict", () => {
  test.each([
    ["fail", { waitFor: "2h" }, up, "fail"],
    ["pending", {}, preview, "pending"],
    ["unknown", { previewEnforcement: "deny" }, up, "unknown"],
    ["notEvaluated", {}, up, "unknown"],
  ] as const)("%s, %o, %o", async (question, controls, phase, verdict) => {
    const inputs = { ...questions[question], ...controls, enforcement: "warn" };
    expect(await run(question, inputs, phase)).toEqual({
      outputs: { ...inputs, verdict },
      refusal: undefined,
      messages: [{ severity: "warning", message: says[question] }],
      asked: question !== "notEvaluated",
    });
  });
});

describe("is off, and asks nothing", () => {
  test.each([
    ["pass", {}, up],
    ["fail", {}, preview],
    ["unknown", { previewEnforcement: "deny" }, up],
    ["notEvaluated", {}, up],
  ] as const)("%s, %o, %o", async (question, controls, phase) => {
    const inputs = { ...questions[question], ...controls, enforcement: "off" };
    expect(await run(question, inputs, phase)).toEqual({
      outputs: { ...inputs, verdict: "off" },
      refusal: undefined,
      messages: [],
      asked: false,
    });
  });
});

describe("goes on in preview, and leaves the outputs to up", () => {
  test.each([
    ["fail", { previewEnforcement: "warn" }, [{ severity: "warning", message: says.fail }], true],
    ["pass", { enforcement: "off", previewEnforcement: "deny" }, [], true],
    ["fail", { previewEnforcement: "off" }, [], false],
    [
      "fail",
      { waitFor: "2h" },
      [{ severity: "info", message: expect.stringContaining("In pulumi up the gate would wait up to 2h for it.") }],
      true,
    ],
    ...["deny", "warn", "off"].map(
      (enforcement) =>
        [
          "notEvaluated",
          { enforcement },
          [
            {
              severity: "info",
              message: expect.stringMatching(/not evaluated in this preview: dbInstanceId will be known in pulumi up/),
            },
          ],
          false,
        ] as const,
    ),
  ] as const)("%s, %o", async (question, controls, messages, asked) => {
    const outputs = expect.objectContaining(notKnownYet);
    expect(await run(question, controls, preview)).toEqual({ outputs, refusal: undefined, messages, asked });
  });
});

test.each([preview, up])("is refused at once, whatever waitFor says, where waiting cannot help: %o", async (phase) => {
  emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });

  const { refusal, messages } = await run("fail", { waitFor: "2h" }, phase);

  expect(refusal).toContain("Forbidden.RAM");
  expect(refusal).not.toContain("waited");
  expect(messages).toEqual([]);
  expect(emulator.requests()).toHaveLength(1);
});

test("waits, and is refused at the end", async () => {
  const { refusal, outputs, messages } = await run("pending", { waitFor: "15s", previewEnforcement: "warn" });

  expect(outputs).toBeUndefined();
  expect(refusal).toMatch(/^[^\n]*it is Running.*Gave up: waited 15s in 3 looks; seen: .*it is Running/s);
  expect(messages).toEqual([
    { severity: "info", message: expect.stringMatching(/^look 1, 0s, .*it is Running.*, next look in 5s$/) },
    { severity: "info", message: expect.stringMatching(/^look 2, 5s, .*it is Running.*, next look in 10s$/) },
  ]);
});
