import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import pLimit from "p-limit";
import { expect, test } from "vitest";
import { operationOfGate } from "../../provider/command/operationOfGate.ts";
import { runCommand } from "../../provider/command/runCommand.ts";
import { withCommandSession } from "../../provider/command/withCommandSession.ts";
import { queryReader } from "../../provider/lookups/lookupQuery.ts";
import { readHistory } from "../../provider/lookups/readHistory.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { commandIoIn } from "../support/command/commandIo.ts";
import { environmentFor } from "../support/command/commandProcess.ts";
import { startYearsOfBackups } from "../support/command/yearsOfBackups.ts";

const INSTANCES = 100;
const ROUNDS = 3;
const TWO_YEARS = 730 * 86_400_000;

const folder = join(projectRoot, "build/report-page");
const out = join(folder, "hundred.html");
const ids = Array.from({ length: INSTANCES }, (_, index) => `rm-bp1hundred${String(index).padStart(3, "0")}`);

test("100 instances with two years of nightly backups: a page under 2 MB, in less than twice the time of reading them", async () => {
  mkdirSync(folder, { recursive: true });
  await using service = await startYearsOfBackups(Date.now());
  const { io } = commandIoIn(environmentFor(service));
  const times: { readonly reading: number; readonly page: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // In turn, so that what else the machine does falls on both alike.
    const reading = await timeOf(() => readAll(io));
    const page = await timeOf(async () => {
      const question = ["report", ...ids.flatMap((id) => ["--db-instance-id", id]), "--max-age", "26h"];
      const { code } = await runCommand([...question, "--history", "730d", "--no-tasks", "--out", out], io);
      expect(code).toBe(0);
    });
    times.push({ reading, page });
  }
  const ratios = times.map(({ reading, page }) => page / reading).sort((a, b) => a - b);
  const ratio = ratios[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  const { size } = statSync(out);
  console.log(
    `${size} bytes; page / reading: ${ratios.map((each) => each.toFixed(2)).join(", ")}; last round: ` +
      `${times.at(-1)?.reading.toFixed(0)} ms reading, ${times.at(-1)?.page.toFixed(0)} ms in all`,
  );
  expect(size).toBeLessThan(2_000_000);
  expect(ratio).toBeLessThan(2);
});

/** Every backup of every instance, judged, five instances at once, as a report reads them. */
async function readAll(io: Parameters<typeof withCommandSession>[0]): Promise<void> {
  const backups = operationOfGate("BackupGate");
  const inTurn = pLimit(5);
  const rows = await withCommandSession(io, undefined, (session) =>
    Promise.all(
      ids.map((dbInstanceId) =>
        inTurn(() => readHistory(session, backups, queryReader(backups).read({ dbInstanceId }), TWO_YEARS)),
      ),
    ),
  );
  expect(rows.map((each) => each.rows.length)).toEqual(ids.map(() => 730));
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
