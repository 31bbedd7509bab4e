// npm run official-clients: Alibaba's own clients read from the emulator, with both styles of signature. They are
// installed into the user's cache first; what cannot be installed is skipped, and the reason is told.
import { join } from "node:path";
import { projectRoot } from "./projectRoot.ts";
import { runChild } from "./setup/runChild.mjs";

const vitest = join(projectRoot, "node_modules/vitest/vitest.mjs");
const args = [vitest, "run", "--config", "vitest.official.config.ts", ...process.argv.slice(2)];
process.exitCode = await runChild(process.execPath, args, { cwd: projectRoot, env: process.env });
