import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import {
  type GatedProject,
  type GateUnderTest,
  startGatedProgram,
  startGatedYaml,
} from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { healthy, latestHealthyBackup, stale } from "../support/plugin/pluginScene.ts";

/* That the outcome table arrives in each language: a slice of it. The whole of it is in unit/outcomeTable.test.ts. */

const passing = { dbInstanceId: healthy, maxAge: "26h" };
const failing = { dbInstanceId: stale, maxAge: "26h" };
/** The gate of a task that is Running in the seed. */
const pending = {
  type: "MigrateTaskGate",
  given: { dbInstanceId: "rm-bp1erp00migrate01", migrateTaskId: "564522140" },
} as const;

const created = ["create began", "create done"];
const passed = { gate: created, migration: created };
/** In preview the engine has no event for a step that failed: it is the one that was never done. */
const refusedInPreview = { gate: ["create began"] };
const refusedInUp = { gate: ["create began", "create failed"] };

/** The engine itself puts a word before it in preview. */
const tooOld =
  /^(Preview failed: )?rm-bp1wiki00stale001 \(cn-hangzhou\): [^\n]*older than 26h\.\n.*\n {2}What to do: [^\n]*\n$/s;
const running = /^[^\n]*it is Running\b.*\n {2}What to do: [^\n]*\n$/s;
const noAnswer = /^[^\n]*Forbidden\.RAM.*\n {2}What to do: [^\n]*rds:DescribeBackups[^\n]*\n$/s;

const ofGate = (severity: "info" | "warning" | "error", text: RegExp) => ({
  severity,
  resource: "gate",
  text: expect.stringMatching(text),
});
const failed = (phase: "preview" | "update") => ({ severity: "error", resource: "", text: `${phase} failed\n` });

const nothingKept = { succeeded: false, asked: true, verdict: undefined, resources: [] };
const refusedUp = { ...nothingKept, steps: refusedInUp, messages: [ofGate("error", tooOld), failed("update")] };
/** A release that goes on under `warn`. */
const warned = {
  succeeded: true,
  steps: passed,
  messages: [ofGate("warning", running)],
  asked: true,
  verdict: "pending",
  resources: ["gate", "migration"],
};

const emulator = await useEmulator(startEmulator);
let project: GatedProject;

/** A stack of the gate and `migration` behind it, as if nothing had been deployed yet. */
async function begin(gate: GateUnderTest): Promise<void> {
  await project.restart(gate);
}

/** What the engine does, says and keeps, and whether the service is asked. */
async function run(phase: "preview" | "up") {
  emulator.clearRequests();
  const { succeeded, output, events } = await project[phase]();
  expect(output).not.toMatch(/^ +at /m);
  const state = await project.state();
  return {
    succeeded,
    steps: events.steps(),
    messages: events.messages(),
    asked: emulator.requests().length > 0,
    verdict: state.gate?.outputs.verdict,
    resources: Object.keys(state),
  };
}

/** With one project for all, which takes a fraction of the time of another one. */
function useProject(start: typeof startGatedProgram): void {
  beforeAll(async () => {
    project = await start(emulator, { given: {} });
  });
  afterAll(() => project[Symbol.asyncDispose]());
}

describeWithEngine("the outcome table in TypeScript", () => {
  useProject(startGatedProgram);

  test("pass: the release goes on, and the gate records the backup", async () => {
    await begin({ given: passing });

    expect(await run("up")).toEqual({
      succeeded: true,
      steps: passed,
      messages: [],
      asked: true,
      verdict: "pass",
      resources: ["gate", "migration"],
    });
    expect((await project.state()).gate).toEqual({
      type: "alicloud-backups:rds:BackupGate",
      outputs: {
        ...passing,
        verdict: "pass",
        backupId: latestHealthyBackup,
        recoveryPointTime: expect.any(String),
        place: expect.stringMatching(/^cn-hangzhou at http:\/\/127\.0\.0\.1:\d+$/),
        backup: expect.objectContaining({ backupId: latestHealthyBackup, dbInstanceId: healthy }),
      },
    });
  });

  test("fail: preview and up are refused, and nothing is kept", async () => {
    await begin({ given: failing });

    expect(await run("preview")).toEqual({
      ...nothingKept,
      steps: refusedInPreview,
      messages: [ofGate("error", tooOld), failed("preview")],
    });
    expect(await run("up")).toEqual(refusedUp);
  });

  test("pending under warn: the release goes on with a warning, and the gate records it", async () => {
    await begin({ ...pending, given: { ...pending.given, enforcement: "warn", waitFor: "2h" } });

    expect(await run("up")).toEqual(warned);
  });

  test("unknown: refused", async () => {
    await begin({ given: passing });
    // Told at once: what can pass would be asked for again for a minute.
    emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM", times: 99 });

    expect(await run("up")).toEqual({
      succeeded: false,
      steps: refusedInUp,
      messages: [ofGate("error", noAnswer), failed("update")],
      asked: true,
      verdict: undefined,
      resources: [],
    });
  });

  test("off: nothing is asked, and the gate records that", async () => {
    await begin({ given: { ...failing, enforcement: "off" } });

    expect(await run("up")).toEqual({
      succeeded: true,
      steps: passed,
      messages: [],
      asked: false,
      verdict: "off",
      resources: ["gate", "migration"],
    });
  });

  test("waitFor: a preview goes on, and says that up would wait", async () => {
    await begin({ given: { ...failing, waitFor: "2h" } });

    expect(await run("preview")).toMatchObject({
      succeeded: true,
      steps: passed,
      messages: [
        ofGate(
          "info",
          /^[^\n]*older than 26h\.\n {2}In pulumi up the gate would wait up to 2h for it\.\n.*What to do: /s,
        ),
      ],
      asked: true,
    });
  });

  test("previewEnforcement: a preview warns, and up refuses", async () => {
    await begin({ given: { ...failing, enforcement: "deny", previewEnforcement: "warn" } });

    expect(await run("preview")).toMatchObject({
      succeeded: true,
      steps: passed,
      messages: [ofGate("warning", tooOld)],
    });
    expect(await run("up")).toMatchObject({
      succeeded: false,
      steps: refusedInUp,
      messages: [ofGate("error", tooOld), failed("update")],
    });
  });

  test("an ID that is not known before up: the preview says so, and up asks", async () => {
    await begin({ given: { maxAge: "26h" }, later: healthy });

    expect(await run("preview")).toMatchObject({
      succeeded: true,
      steps: { db: created, ...passed },
      messages: [
        ofGate("info", /^The gate was not evaluated in this preview: dbInstanceId will be known in pulumi up only\./),
      ],
      asked: false,
    });
    expect(await run("up")).toMatchObject({ succeeded: true, messages: [], asked: true, verdict: "pass" });
  });
});

describeWithEngine("the outcome table in YAML", () => {
  useProject(startGatedYaml);

  test("fail: up is refused, and nothing is kept", async () => {
    await begin({ given: failing });

    expect(await run("up")).toEqual(refusedUp);
  });

  test("pending under warn: the release goes on with a warning, and the gate records it", async () => {
    await begin({ ...pending, given: { ...pending.given, enforcement: "warn", previewEnforcement: "deny" } });

    expect(await run("up")).toEqual(warned);
  });

  test("an ID that is not known before up: the preview says so, and up asks", async () => {
    await begin({ given: { maxAge: "26h" }, later: healthy });

    expect(await run("preview")).toMatchObject({
      succeeded: true,
      messages: [ofGate("info", /^The gate was not evaluated in this preview: dbInstanceId will be known/)],
      asked: false,
    });
    expect(await run("up")).toMatchObject({ succeeded: true, messages: [], asked: true, verdict: "pass" });
  });
});
