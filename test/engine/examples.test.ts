import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startProgram } from "../support/engine/engineProgram.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator(startEmulator);

/** What an example shows against the emulator's seeds: a name of its outputs, and a text that stands there. */
const shown: Readonly<Record<string, RegExp>> = {
  "backup-set-download": /links? *: \[secret\]|\[secret\]/,
  "block-a-change": /backupId *: "1894629053"/,
  "download-tasks": /"dt-/,
  "latest-backup": /backupId *: "1894629053"/,
  "migrate-tasks": /erp_hr/,
  "oss-downloads": /erp_/,
  "restore-from-a-pinned-backup": /clone *: "1894629053"/,
  "wait-for-a-migration": /migratedTask *: "564522107"/,
};
const testedElsewhere = [
  "back-up-then-migrate",
  "first-deployment",
  "guard-a-stack",
  "protect-from-destroy",
  "task-states",
  "unit-tests",
];

test("every example is run by a test, and README has them all", () => {
  const examples = new URL("../../examples/", import.meta.url);
  const folders = readdirSync(examples, { withFileTypes: true }).filter((each) => each.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  expect(names).toEqual([...Object.keys(shown), ...testedElsewhere].sort());
  const linked = readFileSync(new URL("README.md", examples), "utf8").matchAll(/\]\(([^/]+)\//g);
  expect([...linked].map(([, name]) => name).sort()).toEqual(names);
});

describeWithEngine("the example", () => {
  test.each(Object.entries(shown))("%s runs against the emulator as it is", async (name, expected) => {
    const variables = { EXAMPLE: name, DBS_ENDPOINT: emulator.url };
    await using project = await startProgram(new URL("./programs/example.ts", import.meta.url), emulator, variables);

    expect((await project.preview()).output).not.toContain("error:");
    const up = await project.up();
    expect(up.output).toMatch(expected);
    expect(up.succeeded).toBe(true);
  });

  test("wait-for-a-migration does not block later deployments when the task has vanished", async () => {
    const program = new URL("./programs/example.ts", import.meta.url);
    await using project = await startProgram(program, emulator, { EXAMPLE: "wait-for-a-migration" });
    expect(await project.up()).toMatchObject({ succeeded: true });

    emulator.remove({ subject: "rm-bp1erp00migrate01" });

    const later = await project.up();
    expect(later.succeeded, later.output).toBe(true);
    expect(later.events.touched()).toEqual({});
  });
});
