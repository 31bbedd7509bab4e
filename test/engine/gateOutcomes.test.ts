import { describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { type GateUnderTest, startGatedProgram, startGatedYaml } from "../support/engineGate.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { healthy, stale } from "../support/pluginScene.ts";

const fresh = { dbInstanceId: healthy, maxAge: "26h" };
const tooOld = { dbInstanceId: stale, maxAge: "26h" };
const running = {
  type: "MigrateTaskGate",
  given: { dbInstanceId: "rm-bp1erp00migrate01", migrateTaskId: "564522140" },
} as const;
const waiting = { ...running, given: { ...running.given, waitFor: "1s" } } as const;
const refused = { dbInstanceId: "rm-nobody-knows" };

interface Row {
  readonly outcome: string;
  readonly gate: GateUnderTest;
  /** Whether preview and up go on to what is behind the gate. */
  readonly goesOn: { readonly preview: boolean; readonly up: boolean };
  /** What each says, when it says something. */
  readonly says?: { readonly preview: string; readonly up: string };
  /** What is recorded when up goes on. */
  readonly verdict?: string;
}

/** The gate is the same for every language: TypeScript is asked in a few cells, to see that all of it arrives. */
const inTypeScript = ["pass, deny", "fail, deny", "pending, deny, waitFor", "unknown, warn"];

const yes = { preview: true, up: true };
const no = { preview: false, up: false };
const both = (text: string) => ({ preview: text, up: text });

/** Design section 4, the cells that differ. Those of inputs that are not known yet are in `gates.test.ts`. */
const rows: readonly Row[] = [
  { outcome: "pass, deny", gate: { given: fresh }, goesOn: yes, verdict: "pass" },
  { outcome: "pass, deny, waitFor", gate: { given: { ...fresh, waitFor: "2h" } }, goesOn: yes, verdict: "pass" },
  { outcome: "fail, deny", gate: { given: tooOld }, goesOn: no, says: both("older than 26h") },
  {
    outcome: "fail, deny, waitFor",
    gate: { given: { ...tooOld, waitFor: "1s" } },
    goesOn: { preview: true, up: false },
    says: { preview: "In pulumi up the gate would wait up to 1s for it", up: "Gave up: waited 1s in 2 looks" },
  },
  { outcome: "pending, deny", gate: running, goesOn: no, says: both("it is Running") },
  {
    outcome: "pending, deny, waitFor",
    gate: waiting,
    goesOn: { preview: true, up: false },
    says: { preview: "In pulumi up the gate would wait up to 1s for it", up: "Gave up: waited 1s in 2 looks" },
  },
  { outcome: "unknown, deny", gate: { given: refused }, goesOn: no, says: both("InvalidDBInstance") },
  {
    outcome: "unknown, deny, waitFor",
    gate: { given: { ...refused, waitFor: "2h" } },
    goesOn: no,
    says: both("InvalidDBInstance"),
  },
  {
    outcome: "unknown, warn",
    gate: { given: { ...refused, enforcement: "warn" } },
    goesOn: yes,
    says: both("InvalidDBInstance"),
    verdict: "unknown",
  },
  {
    outcome: "fail, warn, waitFor",
    gate: { given: { ...tooOld, enforcement: "warn", waitFor: "2h" } },
    goesOn: yes,
    says: both("older than 26h"),
    verdict: "fail",
  },
  { outcome: "fail, off", gate: { given: { ...tooOld, enforcement: "off" } }, goesOn: yes, verdict: "off" },
  {
    outcome: "fail, deny, warn in preview",
    gate: { given: { ...tooOld, previewEnforcement: "warn" } },
    goesOn: { preview: true, up: false },
    says: both("older than 26h"),
  },
];

describeWithEngine("the outcome table", () => {
  describe.each([
    {
      language: "TypeScript",
      start: startGatedProgram,
      asked: rows.filter((row) => inTypeScript.includes(row.outcome)),
    },
    { language: "YAML", start: startGatedYaml, asked: rows },
  ])("in $language", ({ start, asked }) => {
    test.each(asked)("$outcome", async ({ gate, goesOn, says, verdict }) => {
      await using emulator = await startEmulator();
      await using project = await start(emulator, gate);

      for (const phase of ["preview", "up"] as const) {
        const { succeeded, output, events } = await project[phase]();
        expect(succeeded, output).toBe(goesOn[phase]);
        expect(events.touched()).toHaveProperty("gate", "create");
        expect(events.seen().includes("migration"), output).toBe(goesOn[phase]);
        const texts = events.messages().filter(({ resource }) => resource === "gate");
        expect(texts.map(({ text }) => text).join("\n")).toContain(says?.[phase] ?? "");
        expect(output).not.toMatch(/^ +at /m);
      }
      const expected = verdict ? { gate: { outputs: { verdict } }, migration: {} } : {};
      const state = await project.state();
      expect(state).toMatchObject(expected);
      expect(Object.keys(state).sort()).toEqual(Object.keys(expected));
    });
  });
});
