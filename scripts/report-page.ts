// npm run report-page: the page of `report` in a real browser, and one of a hundred instances with two years of backups.
// What they look like is in build/report-page afterwards.
import { join } from "node:path";
import { projectRoot } from "./projectRoot.ts";
import { runChild } from "./setup/runChild.mjs";

const vitest = join(projectRoot, "node_modules/vitest/vitest.mjs");
const args = [vitest, "run", "--config", "vitest.reportPage.config.ts", ...process.argv.slice(2)];
process.exitCode = await runChild(process.execPath, args, { cwd: projectRoot, env: process.env });
