import { expect, test } from "vitest";
import type { Emulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { startClock } from "../pluginWithTestClock/startClock.ts";
import { gatedLanguages, startGatedProgram } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";

const task = "564522900";
const erp = "rm-bp1erp00migrate01";
const gate = { type: "MigrateTaskGate", given: { dbInstanceId: erp, migrateTaskId: task, waitFor: "10m" } } as const;

/** A task that goes on by itself, so many seconds after now. */
function addTask(emulator: Emulator, steps: Readonly<Record<number, string>>): void {
  const row: JsonObject = {
    MigrateTaskId: task,
    DBName: "erp_orders",
    BackupMode: "FULL",
    Status: "NoStart",
    CreateTime: "2026-08-10T02:50:00Z",
    EndTime: "",
    IsDBReplaced: "False",
    Description: "",
  };
  const timeline = Object.entries(steps).map(([seconds, Status]) => ({
    after: Number(seconds) * 1000,
    set: { Status },
  }));
  emulator.add({ action: "DescribeMigrateTasks", subject: erp, row, timeline });
}

/** The looks are 0, 5, 15, 35, 75, 135 ... seconds after the first one, by design section 4's growing intervals. */
describeWithEngine("a gate that looks again and again", () => {
  test.each(gatedLanguages)("in $language: success at the third look", async ({ start }) => {
    await using clocked = await startClock();
    addTask(clocked.emulator, { 4: "Running", 14: "Success" });

    await using project = await start(clocked.emulator, gate, clocked);
    const { succeeded, output, events } = await project.up();

    expect(succeeded, output).toBe(true);
    expect(clocked.emulator.requests()).toHaveLength(3);
    expect(events.steps()).toEqual({
      gate: ["create began", "create done"],
      migration: ["create began", "create done"],
    });
    expect(statusLines(events)).toEqual([
      `look 1, 0s, migrate task ${task} of erp_orders: it is NoStart, next look in 5s`,
      `look 2, 5s, migrate task ${task} of erp_orders: it is Running, next look in 10s`,
    ]);
  });

  test("a state that waiting cannot mend ends it at once", async () => {
    await using clocked = await startClock();
    addTask(clocked.emulator, { 4: "Failed" });

    await using project = await startGatedProgram(clocked.emulator, gate, clocked);
    const { succeeded, output, events } = await project.up();

    expect(succeeded).toBe(false);
    expect(clocked.emulator.requests()).toHaveLength(2);
    expect(output).toContain(`${task} of erp_orders: it is Failed`);
    expect(output).toContain(
      `The wait ended early: migrate task ${task} of erp_orders: it is Failed, and waiting cannot change that; waited 5s in 2 looks`,
    );
    expect(output).not.toContain("Gave up");
    expect(events.steps()).toEqual({ gate: ["create began", "create failed"] });
  });

  test("time-out: which states were seen, and since when", async () => {
    await using clocked = await startClock();
    addTask(clocked.emulator, { 100: "Waiting" });

    await using project = await startGatedProgram(clocked.emulator, gate, clocked);
    const { succeeded, output, events } = await project.up();

    expect(succeeded).toBe(false);
    expect(output).toMatch(/Gave up: waited 10m in \d+ looks; seen: /);
    expect(output).toContain(`${task} of erp_orders: it is NoStart (from 2026-08-10T03:00:00Z); `);
    expect(output).toMatch(/it is Waiting: upload the next .* \(from 2026-08-10T03:02:15Z\)/);
    expect(output).toContain("What to do");
    expect(events.steps()).toEqual({ gate: ["create began", "create failed"] });
  });
});

function statusLines(events: { messages: () => readonly { resource: string; text: string }[] }): string[] {
  return events.messages().flatMap(({ resource, text }) => (resource === "gate" ? [text.trimEnd()] : []));
}
