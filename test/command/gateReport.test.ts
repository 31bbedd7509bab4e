import { describe, expect, test } from "vitest";
import { runCommand } from "../../provider/command/runCommand.ts";
import { useClockedCommand } from "../support/command/useClockedCommand.ts";
import type { Properties } from "../support/plugin/pluginProperties.ts";
import { refusalOf } from "../support/plugin/pluginScene.ts";

/*
 * A gate in the built plugin, and `check` with the same arguments at the same moment. The clock of both and of the
 * service is the test's, and goes on as they sleep.
 */
const scene = await useClockedCommand();

const migration = { dbInstanceId: "rm-bp1erp00migrate01" };
const download = { dbInstanceId: "rm-bp1bill00export01" };
const plan = { backupPlanId: "dbs1shop0plan01" };

interface Question {
  readonly gate: string;
  readonly check: string;
  readonly values: Properties;
  readonly wait?: string;
  /** What the service does. */
  readonly when?: string;
}

const cases: readonly Question[] = [
  { gate: "rds:BackupGate", check: "backup", values: { dbInstanceId: "rm-bp1wiki00stale001", maxAge: "26h" } },
  {
    gate: "rds:BackupGate",
    check: "backup",
    values: { dbInstanceId: "rm-bp1crm00failed001", maxAge: "2h", minCount: 50, noFailureSinceSuccess: true },
  },
  {
    gate: "rds:BackupGate",
    check: "backup",
    values: { dbInstanceIds: ["rm-bp1wiki00stale001", "rm-bp1crm00failed001", "rm-bp1shop0healthy01"], maxAge: "12h" },
  },
  {
    gate: "rds:BackupGate",
    check: "backup",
    values: { dbInstanceId: "rm-bp1wiki00stale001", maxAge: "26h" },
    wait: "7m",
  },
  { gate: "rds:BackupGate", check: "backup", values: { dbInstanceId: "rm-bp1nobody" }, wait: "7m" },
  { gate: "rds:MigrateTaskGate", check: "migrate-task", values: migration },
  {
    gate: "rds:MigrateTaskGate",
    check: "migrate-task",
    values: { ...migration, migrateTaskId: "564522126" },
    wait: "3m",
  },
  { gate: "rds:OssDownloadGate", check: "oss-download", values: { ...migration, migrateTaskId: "564522140" } },
  { gate: "dbs:DownloadTaskGate", check: "download-task", values: download },
  {
    gate: "dbs:BackupSetDownloadTaskGate",
    check: "backup-set-download-task",
    values: { ...plan, backupSetDownloadTaskId: "dbstooi01f7g" },
    wait: "1m",
  },
];

describe("check says what the gate says, to the letter", () => {
  test.each(cases)("$check $values, waiting for $wait", async ({ gate, check, values, wait }) => {
    const before = scene.clock.now();
    const urn = `urn:pulumi:test::project::alicloud-backups:${gate}::gate`;
    const inputs = { ...values, ...(wait !== undefined && { waitFor: wait }) };
    const { details } = await refusalOf(scene.plugin.create(inputs, { urn }));
    const statusOfGate = scene.engine.messages.filter(({ message }) => message.startsWith("look "));

    scene.clock.set(before);
    scene.emulator.reset();
    const { io, lines } = scene.commandIo();
    const waitArgs = wait === undefined ? [] : ["--wait", wait];
    const result = await runCommand(["check", check, ...argumentsOf(values), ...waitArgs], io);

    expect(withoutRequestId(result.text)).toBe(withoutRequestId(`${details}\n`));
    expect(result.code).not.toBe(0);
    expect(lines).toEqual(wait === undefined ? [] : statusOfGate.slice(-lines.length).map(({ message }) => message));
    if (wait !== undefined) expect(lines.length).toBeGreaterThan(1);
  });
});

/** As they are written on the command line, by hand: `--db-instance-id rm-1`. */
function argumentsOf(values: Properties): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const flag = `--${name.replace(/([A-Z])/g, "-$1").toLowerCase()}`;
    if (value === true) return [flag];
    return Array.isArray(value) ? value.flatMap((each) => [flag, String(each)]) : [flag, String(value)];
  });
}

/** Of each request its own. */
function withoutRequestId(report: string): string {
  return report.replace(/RequestId [\w-]+/g, "RequestId");
}
