import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll } from "vitest";
import { z } from "zod";
import { findOnPath } from "../../../scripts/engine/findOnPath.ts";

/** A browser to look at pages with; undefined where there is none. */
export const browserProgram = ["chromium", "chromium-browser", "google-chrome"].flatMap(
  (name) => findOnPath(name) ?? [],
)[0];

export const withBrowser = (what: string) =>
  browserProgram === undefined ? `${what}: there is no chromium on PATH (Debian: apt-get install chromium)` : what;

/** A page that was opened, and what it did. */
export interface OpenedPage {
  readonly page: Page;
  readonly messages: readonly string[];
  readonly requests: readonly string[];
}

/** Opens pages in a headless browser, which is started when the first one is. */
export function useBrowser() {
  let started: Promise<Browser> | undefined;
  afterAll(async () => (await started)?.close());
  return async (url: string, options: BrowserContextOptions = {}): Promise<OpenedPage> => {
    // Its sandbox does not work for root, as which containers run tests; the page is ours.
    started ??= chromium.launch({ executablePath: browserProgram ?? "", args: ["--no-sandbox"] });
    const context = await (await started).newContext(options);
    const page = await context.newPage();
    const messages: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => messages.push(message.text()));
    page.on("pageerror", (error) => messages.push(error.message));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(url);
    return { page, messages, requests };
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const findings = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe-core has against the page: rule and first element. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const violations = findings.parse(await page.evaluate("axe.run().then(({ violations }) => violations)"));
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
