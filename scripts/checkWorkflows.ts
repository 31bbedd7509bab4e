// npm run check:workflows: actionlint over .github/workflows, built from its Go module (half a minute the first time).
import { join } from "node:path";
import { projectRoot } from "./projectRoot.ts";
import { runChild } from "./setup/runChild.mjs";

const args = ["-C", "tools/workflows", "tool", "actionlint", "-color=false"];
const files = ["test", "release"].map((name) => join(projectRoot, ".github/workflows", `${name}.yml`));
const env = { ...process.env, GOWORK: "off" };
process.exitCode = await runChild("go", [...args, ...files], { cwd: projectRoot, env });
if (process.exitCode === 0) console.log(`${files.length} workflows, nothing to complain about.`);
