import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cachedInstall, type Installed } from "./cachedInstall.ts";

const run = promisify(execFile);
const CLIENT = "@alicloud/rds20140815@15.4.0";

/** A folder whose node_modules has Alibaba's own TypeScript client, of 41 packages: too much for our own dependencies. */
export function installNpm(): Promise<Installed> {
  return cachedInstall("npm-rds20140815-15.4.0", async (folder) => {
    await writeFile(join(folder, "package.json"), "{}");
    const options = ["--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1", "--fetch-timeout=20000"];
    await run("npm", ["install", ...options, CLIENT], { cwd: folder, timeout: 180_000 });
  });
}
