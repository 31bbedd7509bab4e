import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { blocksIn } from "../support/documentation/pages.ts";
import { call, openSession } from "../support/lookups/lookups.ts";

const dbInstanceId = "rm-bp1shop0healthy01";
const HOUR = 3_600_000;

test("the refusal in the README is what a program gets after two bad nights", async () => {
  await using emulator = await startEmulator();
  const physical = { action: "DescribeBackups", subject: dbInstanceId, where: { BackupMethod: "Physical" } };
  emulator.age({ subject: dbInstanceId }, 48 * HOUR);
  for (const night of [32, 8]) {
    const failed = emulator.repeat(physical, { BackupStatus: "Failed", BackupSize: "0" });
    emulator.age({ ...physical, id: String(failed.row.BackupId) }, night * HOUR);
  }
  const session = openSession(emulator, { now: Date.now() });
  const { report } = await call(session, "getBackupReadiness", { dbInstanceId, maxAge: "26h" });

  const [printed] = blocksIn("").filter(({ page }) => page === "README.md");
  expect(withoutValues(printed?.text ?? "")).toBe(withoutValues(String(report)));
});

/** Times, ages, IDs, and blanks that a shorter ID leaves. */
function withoutValues(report: string): string {
  return report
    .trim()
    .replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, "TIME")
    .replace(/(\d+d )?\d+h( \d+m)?(?= old)/, "AGE")
    .replace(/^( +)\d{9,}/gm, "$1ID")
    .replace(/ +/g, " ");
}
