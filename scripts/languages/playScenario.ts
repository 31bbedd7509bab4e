import assert from "node:assert/strict";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { AutomationProject } from "./automationProject.ts";
import type { Program } from "./language.ts";

const subject = "rm-bp1shop0healthy01";
const fullBackups = { action: "DescribeBackups", subject, where: { BackupMethod: "Physical" } };
const DAY = 86_400_000;

/** The newest full backup, and the number of download tasks, in the emulator's seeds. */
const newestSeed = "1894629053";
const downloadTasks = 10;

type OnStep = (step: string) => void;

/** Deploys the program of a language through good and bad nights, and throws at the first thing that is not as it must be. */
export async function playScenario(program: Program, onStep: OnStep): Promise<void> {
  await withProject(program, async (project, emulator) => {
    const preview = await project.carryOut("preview", { RELEASE: "1" });
    assert.ok(preview.succeeded, preview.output);
    assert.match(preview.output, /fresh-backup +create/);
    onStep("preview goes on while the backups are good");

    await deploy(project, onStep);

    const lookup = await project.carryOut("preview", { RELEASE: "1", LOOKUP_MAX_AGE: "1h" });
    assert.ok(!lookup.succeeded, lookup.output);
    assert.match(lookup.output, /no good backup: the newest usable backup is .* old, older than 1h/);
    onStep("a lookup that finds none fails with its report");

    emulator.age({ subject }, 3 * DAY);
    await beRefused(project, "preview", onStep);
    await beRefused(project, "up", onStep);

    const destroy = await project.carryOut("destroy", { RELEASE: "2" });
    assert.ok(!destroy.succeeded, destroy.output);
    assert.match(destroy.output, /denyDestroy/);
    onStep("destroy is refused by denyDestroy");

    const made = emulator.repeat(fullBackups);
    const last = await project.carryOut("up", { RELEASE: "2" });
    assert.ok(last.succeeded, last.output);
    assert.equal(last.outputs.latestBackupId, String(made.row.BackupId));
    assert.ok((await project.carryOut("destroy", { RELEASE: "2" })).succeeded);
    onStep("a new backup opens the gate, for up and for destroy");
  });
}

/** The share of it that every test run has the time for. */
export async function playShortScenario(program: Program, onStep: OnStep): Promise<void> {
  await withProject(program, async (project, emulator) => {
    await deploy(project, onStep);
    emulator.age({ subject }, 3 * DAY);
    await beRefused(project, "preview", onStep);
  });
}

async function withProject(
  program: Program,
  play: (project: AutomationProject, emulator: Emulator) => Promise<void>,
): Promise<void> {
  await using emulator = await startEmulator();
  const project = new AutomationProject(program, emulator);
  try {
    await play(project, emulator);
  } finally {
    project.remove();
  }
}

async function deploy(project: AutomationProject, onStep: OnStep): Promise<void> {
  const up = await project.carryOut("up", { RELEASE: "1" });
  assert.ok(up.succeeded, up.output);
  assert.deepEqual(up.outputs, {
    latestBackupId: newestSeed,
    gateBackupId: newestSeed,
    verdict: "pass",
    downloadTasks,
    link: "secret",
  });
  onStep("up reads ID, verdict and tasks, and the link is a secret");
}

async function beRefused(project: AutomationProject, order: "preview" | "up", onStep: OnStep): Promise<void> {
  const { succeeded, output } = await project.carryOut(order, { RELEASE: "2" });
  assert.ok(!succeeded, output);
  assert.match(output, /no good backup: the newest usable backup is 3d .* old, older than 26h/);
  assert.match(output, /What to do: /);
  assert.doesNotMatch(output, /migration +updated/);
  onStep(`${order} is refused with the report once the backups are too old`);
}
