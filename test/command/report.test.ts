import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { runCommand } from "../../provider/command/runCommand.ts";
import { commandIoIn } from "../support/command/commandIo.ts";
import { environmentFor } from "../support/command/commandProcess.ts";
import { addMixedBackups, hostileId, mixed } from "../support/command/mixedBackups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { healthy, stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(() => startEmulator());
const folder = mkdtempSync(join(tmpdir(), "alicloud-backups-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function report(args: readonly string[], out = "backups.html") {
  const { io, lines } = commandIoIn(environmentFor(emulator));
  const path = join(folder, out);
  rmSync(path, { force: true });
  const result = await runCommand(["report", ...args, "--out", path], io);
  return { ...result, lines, content: () => readFileSync(path, "utf8") };
}

describe("a report of one instance", () => {
  test("says the verdict first, and has every backup in its table with the rule that refused it", async () => {
    addMixedBackups(emulator, Date.now());
    const { code, text, lines, content } = await report(["--db-instance-id", mixed, "--max-age", "26h"]);

    expect({ code, lines }).toEqual({ code: 0, lines: [] });
    expect(text).toMatch(new RegExp(`^${mixed}: pass\\. See .*backups\\.html\n$`));
    const page = content();
    expect(page).toContain(`<h1>${mixed}: pass</h1>`);
    expect(rowsOf(page)).toHaveLength(36);
    const states = rowsOf(page).map((row) => /<b class="(\w+)">/.exec(row)?.[1]);
    expect(countsOf(states)).toEqual({ good: 30, failed: 2, unusable: 3, expired: 1 });
    expect(page).toContain("backupMethod is Logical, not Physical or Snapshot");
    expect(page).toContain("the set is not available for a restore");
  });

  test("marks gaps longer than maxAge, shrinks, and what expires next", async () => {
    addMixedBackups(emulator, Date.now());
    const page = (await report(["--db-instance-id", mixed, "--max-age", "26h"])).content();

    const gaps = [...page.matchAll(/<rect class="gap"[^>]*><title>no good backup for (\w+)/g)].map(([, long]) => long);
    // Oldest first: without 31; without 20 to 23; without 17, 8, and 5 and 6.
    expect(gaps).toEqual(["48h", "5d", "48h", "48h", "3d"]);
    expect(page).toContain("<h3>Gaps longer than 26h</h3>");
    // 4 GiB after 9.35 GiB: 57.2 per cent less, rounded up.
    expect(page).toContain("FullBackup Physical, 58% smaller, 4.0 GiB");
    expect(page).toContain("Next expiry: backup 9038 on <time>");
  });

  test("shows a text of the service as text", async () => {
    addMixedBackups(emulator, Date.now());
    for (const out of ["backups.html", "backups.svg"]) {
      const content = (await report(["--db-instance-id", mixed], out)).content();
      expect(content).not.toContain("<img");
      expect(content).not.toContain("<script>console");
      expect(content).toContain("9005&quot;&gt;&lt;img src=x");
      expect(content).not.toContain(hostileId);
    }
  });

  test("has tasks by database and state", async () => {
    const page = (await report(["--db-instance-id", "rm-bp1erp00migrate01"])).content();
    // Of erp_orders two tasks are the ones of their IDs: a full one that ended well, and increments.
    expect(page).toMatch(
      /<td class="id">erp_archive<\/td><td>Failed<\/td><td><b class="failed">✗ failed<\/b><\/td><td>1<\/td>/,
    );
    expect(page).toMatch(
      /<td class="id">erp_orders<\/td><td>Success<\/td><td><b class="good">✓ good<\/b><\/td><td>2<\/td>/,
    );
    expect(page).toMatch(
      /<td class="id">erp_orders<\/td><td>Running<\/td><td><b class="pending">… pending<\/b><\/td><td>1<\/td>/,
    );
    expect(page).toContain(">✗ Failed (1)</text>");
    expect((await report(["--db-instance-id", healthy, "--no-tasks"])).content()).not.toContain("migrate tasks");
  });
});

describe("a report of several instances", () => {
  test("has the verdict of each on top, and a section for each", async () => {
    const ids = ["--db-instance-id", healthy, "--db-instance-id", stale];
    const { text, content } = await report([...ids, "--max-age", "26h"]);
    expect(text).toMatch(/^2 instances: 1 fail, 1 pass\. /);
    const page = content();
    expect(page.match(/<section /g)).toHaveLength(2);
    expect(page).toContain(`<a href="#i1">${stale}</a></td><td><b class="failed">✗ fail</b></td>`);
  });
});

describe("a report that is not whole says so", () => {
  test("on the page, on standard error and by its exit code", async () => {
    emulator.inject({
      kind: "error",
      status: 403,
      code: "Forbidden.RAM",
      action: "DescribeMigrateTasks",
      times: "always",
    });
    const { code, lines, content } = await report(["--db-instance-id", healthy, "--max-age", "26h"]);
    expect(code).toBe(3);
    expect(lines).toEqual([expect.stringMatching(/^warning: .*The migrate tasks could not be read: /)]);
    expect(content()).toContain("The migrate tasks could not be read");
  });

  test("where the service forgets tasks sooner than the page goes back, which is 7 days for migrate tasks", async () => {
    const page = async (...args: string[]) =>
      (await report(["--db-instance-id", "rm-bp1erp00migrate01", ...args])).content();
    expect(await page()).toContain("<caption>The migrate tasks of the last 7d</caption>");
    expect(await page()).toContain("Migrate tasks of the last 7d by database and state");
    expect(await page("--history", "7d")).toContain("<caption>The migrate tasks</caption>");
    expect((await report(["--db-instance-id", healthy])).content()).toContain("No migrate tasks of the last 7d.");
  });
});

describe("wrong usage", () => {
  test.each([
    [["--max-age", "26h"], "--db-instance-id: is required"],
    [["--db-instance-id", healthy, "--history", "long"], "--history: expected a duration"],
  ])("%j", async (args, message) => {
    const { code, lines } = await report(args);
    expect(lines.join("\n")).toContain(message);
    expect(code).toBe(64);
    expect(emulator.requests()).toEqual([]);
  });

  test("a file that cannot be written, and none at all", async () => {
    const { io, lines } = commandIoIn(environmentFor(emulator));
    const question = ["report", "--db-instance-id", healthy, "--no-tasks"];
    expect(await runCommand([...question, "--out", join(folder, "nowhere", "a.html")], io)).toMatchObject({ code: 74 });
    expect(lines.join("\n")).toMatch(/--out: .*a\.html cannot be written: ENOENT/);
    expect(await runCommand(question, io)).toMatchObject({ code: 64 });
    expect(lines.join("\n")).toContain("--out: is required");
  });
});

/** The lines of the table of backups. */
function rowsOf(page: string): readonly string[] {
  const table = /<table><caption>\d+ backups?, .*?<tbody>(.*?)<\/tbody>/s.exec(page)?.[1] ?? "";
  return table.split("</tr>").slice(0, -1);
}

function countsOf(words: readonly (string | undefined)[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[String(word)] = (counts[String(word)] ?? 0) + 1;
  return counts;
}
