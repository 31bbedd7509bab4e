import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { runCommand } from "../../provider/command/runCommand.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { commandIoIn } from "../support/command/commandIo.ts";
import { environmentFor } from "../support/command/commandProcess.ts";
import { addMixedBackups, hostileId, mixed } from "../support/command/mixedBackups.ts";
import { accessibilityFindings, browserProgram, useBrowser, withBrowser } from "../support/command/useBrowser.ts";
import { startAnswering } from "../support/network/answeringServer.ts";

/** The page and what it looks like stay here after the test. */
const folder = join(projectRoot, "build/report-page");
const file = join(folder, "backups.html");

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  await using emulator = await startEmulator();
  addMixedBackups(emulator, Date.now());
  const ids = ["--db-instance-id", mixed, "--db-instance-id", "rm-bp1erp00migrate01"];
  for (const out of [file, join(folder, "backups.svg")]) {
    const { io } = commandIoIn(environmentFor(emulator));
    await runCommand(["report", ...ids, "--max-age", "26h", "--history", "45d", "--out", out], io);
  }
});

describe.skipIf(browserProgram === undefined)(withBrowser("the page in a real browser"), { timeout: 120_000 }, () => {
  const open = useBrowser();
  const url = pathToFileURL(file).href;
  const shanghai = { timezoneId: "Asia/Shanghai", locale: "en-GB" };

  test("says nothing on the console, and asks nobody for anything, not even for an icon", async () => {
    await using server = await startAnswering(() => ({ type: "text/html", body: readFileSync(file, "utf8") }));
    const { messages, requests } = await open(server.url);
    expect(messages).toEqual([]);
    expect(requests).toEqual([`${server.url}/`]);
    expect(server.asked.map(({ path }) => path)).toEqual(["/"]);
  });

  test("shows bars, signs and words, and gaps where there was no good backup", async () => {
    const { page } = await open(url, shanghai);
    const chart = page.getByRole("img", { name: `Backups of ${mixed}` });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("2 instances: 1 fail, 1 pass");
    // Every state has a word and a sign of its own, and a lane: none is told by its colour alone.
    for (const label of ["✓ good (30)", "✗ failed (2)", "– not usable (3)", "◌ expired (1)"]) {
      expect(await chart.getByText(label, { exact: true }).isVisible(), label).toBe(true);
    }
    const good = await chart.locator("path.mark.good").boundingBox();
    const failed = await chart.locator("path.mark.failed").first().boundingBox();
    expect(good?.width).toBeGreaterThan(400);
    expect(failed?.y).toBeGreaterThan((good?.y ?? 0) + (good?.height ?? 0) - 1);
    expect(await chart.locator("rect.gap").count()).toBe(5);
    expect(await chart.getByText("−58%").isVisible()).toBe(true);
    const colourOf = (state: string) =>
      page.evaluate(`getComputedStyle(document.querySelector("path.mark.${state}")).stroke`);
    const colours = await Promise.all(["good", "failed", "unusable"].map(colourOf));
    expect(new Set(colours).size).toBe(3);
    await page.screenshot({ path: join(folder, "light.png"), fullPage: true });
  });

  test("has the same in its table, and markup in the name of a backup is text there", async () => {
    const { page } = await open(url);
    const table = page.getByRole("table").filter({ hasText: "36 backups, newest first" });
    expect(await table.locator("tbody tr").count()).toBe(36);
    expect(await table.locator("tbody tr", { hasText: "✗ failed" }).count()).toBe(2);
    // What is shown of an ID is at most 60 characters.
    expect(await table.getByText(hostileId.slice(0, 50)).count()).toBe(1);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(1);
  });

  test("tells times in UTC, and beside them in the zone of the browser", async () => {
    const first = async (timezoneId: string) => {
      const { page } = await open(url, { ...shanghai, timezoneId });
      const cell = page.getByRole("table").filter({ hasText: "36 backups" }).locator("tbody td").first();
      return { cell: await cell.textContent(), note: await page.locator(".note").first().textContent() };
    };
    const [there, here] = [await first("Asia/Shanghai"), await first("UTC")];
    const utc = here.cell?.trim() ?? "";
    expect(utc).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
    const local = new Date(Date.parse(utc) + 8 * 3_600_000).toISOString().slice(11, 16);
    expect(there.cell).toContain(utc);
    expect(there.cell).toContain(local);
    expect(there.note).toContain("Asia/Shanghai");
  });

  test.each([
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["phone", { viewport: { width: 390, height: 844 }, isMobile: true }],
  ] as const)("%s: axe-core has no finding, and nothing is wider than the screen", async (name, options) => {
    const { page, messages } = await open(url, { ...shanghai, ...options });
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    expect(messages).toEqual([]);
    if (name !== "light") await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  });

  test("is dark where the reader's system is, and light on paper all the same", async () => {
    const { page } = await open(url, { colorScheme: "dark" });
    const ground = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(await ground()).toBe("rgb(20, 23, 26)");
    await page.emulateMedia({ media: "print" });
    expect(await ground()).toBe("rgb(255, 255, 255)");
    expect((await page.pdf({ path: join(folder, "paper.pdf") })).length).toBeGreaterThan(10_000);
  });

  test("the SVG alone is a picture that a browser shows", async () => {
    const { page, messages } = await open(pathToFileURL(join(folder, "backups.svg")).href, { colorScheme: "dark" });
    expect(await page.getByText(`${mixed}: ✓ pass`).isVisible()).toBe(true);
    expect((await page.locator("path.mark.good").first().boundingBox())?.width).toBeGreaterThan(400);
    expect(messages).toEqual([]);
  });
});
