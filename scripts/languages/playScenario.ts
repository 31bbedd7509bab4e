import assert from "node:assert/strict";
import { startEmulator } from "../../emulator/index.ts";
import { AutomationProject } from "./automationProject.ts";
import type { Program } from "./language.ts";

const subject = "rm-bp1shop0healthy01";
const fullBackups = { action: "DescribeBackups", subject, where: { BackupMethod: "Physical" } };
const DAY = 86_400_000;

/** The newest full backup, and the number of download tasks, in the emulator's seeds. */
const newestSeed = "1894629053";
const downloadTasks = 10;

/** Deploys the program of a language through good and bad nights, and throws at the first thing that is not as it must be. */
export async function playScenario(program: Program, seen: (step: string) => void = () => undefined): Promise<void> {
  await using emulator = await startEmulator();
  const project = new AutomationProject(program, emulator);
  try {
    const preview = await project.carryOut("preview", { RELEASE: "1" });
    assert.ok(preview.succeeded, preview.output);
    assert.match(preview.output, /fresh-backup +create/);
    seen("preview goes on while the backups are good");

    const first = await project.carryOut("up", { RELEASE: "1" });
    assert.ok(first.succeeded, first.output);
    assert.deepEqual(first.outputs, {
      latestBackupId: newestSeed,
      gateBackupId: newestSeed,
      verdict: "pass",
      downloadTasks,
      link: "secret",
    });
    seen("up reads ID, verdict and tasks, and the link is a secret");

    const lookup = await project.carryOut("preview", { RELEASE: "1", LOOKUP_MAX_AGE: "1h" });
    assert.ok(!lookup.succeeded, lookup.output);
    assert.match(lookup.output, /no good backup: the newest usable backup is .* old, older than 1h/);
    seen("a lookup that finds none fails with its report");

    emulator.age({ subject }, 3 * DAY);
    for (const order of ["preview", "up"] as const) {
      const refused = await project.carryOut(order, { RELEASE: "2" });
      assert.ok(!refused.succeeded, refused.output);
      assert.match(refused.output, /no good backup: the newest usable backup is 3d .* old, older than 26h/);
      assert.match(refused.output, /What to do: /);
      assert.doesNotMatch(refused.output, /migration +updated/);
      seen(`${order} is refused with the report once the backups are too old`);
    }

    const destroyed = await project.carryOut("destroy", { RELEASE: "2" });
    assert.ok(!destroyed.succeeded, destroyed.output);
    assert.match(destroyed.output, /denyDestroy/);
    seen("destroy is refused by denyDestroy");

    const made = emulator.repeat(fullBackups);
    const last = await project.carryOut("up", { RELEASE: "2" });
    assert.ok(last.succeeded, last.output);
    assert.equal(last.outputs.latestBackupId, String(made.row.BackupId));
    assert.ok((await project.carryOut("destroy", { RELEASE: "2" })).succeeded);
    seen("a new backup opens the gate, for up and for destroy");
  } finally {
    project.remove();
  }
}
