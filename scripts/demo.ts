/** The quick-start program on a real engine, against the emulator: good backups, bad ones, good ones again. */
import { startEmulator } from "../emulator/index.ts";
import { DemoStack } from "./demo/DemoStack.ts";
import { expect } from "./demo/expect.ts";
import { tell } from "./demo/tell.ts";

const instance = "rm-bp1shop0healthy01";
const fullBackups = { action: "DescribeBackups", subject: instance, where: { BackupMethod: "Physical" } };
const HOUR = 3_600_000;

await using emulator = await startEmulator();
const engineFolder = process.env.PULUMI_ENGINE_DIR ?? "";
const stack = new DemoStack(engineFolder);
const taskStack = new DemoStack(engineFolder, "examples/task-states");
try {
  await prepare();
  await firstDeployment();
  await badNights();
  await goodBackupAgain();
  await tasks();
  tell.say("\nAll of it was seen. Emulator, stack and folder are gone again.\n");
} catch (error) {
  console.error(`\nThe demo failed. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  stack.remove();
  taskStack.remove();
}

async function prepare() {
  tell.chapter("A database with good backups");
  tell.say(
    `A local Alibaba Cloud endpoint answers on ${emulator.url}. It knows the RDS instance ${instance},\n` +
      "with five weeks of daily backups. The program is the Pulumi.yaml of this folder: it reads the ID of the latest\n" +
      "good backup, and puts a migration behind a gate that wants a backup younger than 26 hours.",
  );
  await configure(stack);
}

async function configure(made: DemoStack) {
  const [key] = emulator.credentials;
  await made.init();
  await made.set("alicloud-backups:region", "cn-hangzhou");
  await made.set("alicloud-backups:endpoints.rds", emulator.url, "--path");
  await made.set("alicloud-backups:endpoints.dbs", emulator.url, "--path");
  await made.set("alicloud-backups:accessKey", key?.accessKey ?? "", "--secret");
  await made.set("alicloud-backups:secretKey", key?.secretKey ?? "", "--secret");
}

async function firstDeployment() {
  const latest = newestGoodId();
  const preview = await stack.run("preview");
  expect(`preview shows ${latest}, the latest good backup`, preview.output.includes(latest), preview.exitCode);
  const up = await stack.run("up", "--yes", "--skip-preview");
  expect("up went through the gate and made the migration", up.touched.includes("create migration"), up.touched);
  const output = await stack.output("latestBackupId");
  expect(`the stack's output latestBackupId is ${output}`, output === latest, { output, latest });
}

async function badNights() {
  tell.chapter("Two nights later: both backups failed");
  emulator.age({ subject: instance }, 48 * HOUR);
  for (const hoursAgo of [33, 9]) {
    emulator.repeat(fullBackups, { BackupStatus: "Failed", BackupSize: 0 });
    emulator.age({ ...fullBackups, newest: 1 }, hoursAgo * HOUR);
  }
  tell.say("Somebody wants to roll out release 2, which changes the migration behind the gate.");
  await stack.set("release", "2");
  const preview = await stack.run("preview");
  expect(
    "preview refuses the change and says why",
    preview.exitCode !== 0 && preview.output.includes("no good backup"),
    preview.exitCode,
  );

  tell.say("\nSkipping the preview does not help: the gate stands in up as well.");
  const up = await stack.run("up", "--yes", "--skip-preview");
  expect("up refuses it too", up.exitCode !== 0 && up.output.includes("no good backup"), up.exitCode);
  const untouched = !up.touched.some((step) => step.endsWith(" migration"));
  expect("the migration was not touched, as the engine's event log shows", untouched, up.touched);
}

async function goodBackupAgain() {
  tell.chapter("A new backup finishes");
  emulator.repeat(fullBackups, { BackupStatus: "Success", BackupSize: 46_551_209_984 });
  const latest = newestGoodId();
  const up = await stack.run("up", "--yes", "--skip-preview");
  expect("the change goes through", up.exitCode === 0 && up.touched.includes("update migration"), up.touched);
  const output = await stack.output("latestBackupId");
  expect(`latestBackupId is the new one, ${output}`, output === latest, { output, latest });
}

async function tasks() {
  tell.chapter("Tasks, too: a SQL Server migration in the middle, and downloads of backup sets");
  tell.say(
    'examples/task-states asks for verdicts, which answer "no" instead of failing, and for the latest good tasks.',
  );
  await configure(taskStack);
  const { exitCode } = await taskStack.run("up", "--yes", "--skip-preview");
  expect("all four task operations answered", exitCode === 0, exitCode);
  const ledger = await taskStack.output("migrationOfLedger");
  expect("the migration of erp_ledger is pending: it waits for its next file", ledger === "pending", ledger);
  const files = await taskStack.output("filesOfOrders");
  expect("the files of a running task are pending", files === "pending", files);
}

/** Found in the emulator's own records, not through the package that is being shown. */
function newestGoodId(): string {
  const [newest] = emulator.records({ ...fullBackups, where: { BackupMethod: "Physical", BackupStatus: "Success" } });
  return String(newest?.row.BackupId);
}
