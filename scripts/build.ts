// npm run build: the plugin's bundle and the npm package, whether or not they are up to date.
import { join } from "node:path";
import { buildAll } from "./build/buildAll.ts";
import { projectRoot } from "./projectRoot.ts";
import { withLock } from "./setup/withLock.mjs";

const problem = await withLock(join(projectRoot, ".set-up.lock"), buildAll);
if (problem) console.error(problem);
else console.log("Built provider/bin/pulumi-resource-alicloud-backups.cjs and build/npm/.");
process.exitCode = problem ? 1 : 0;
