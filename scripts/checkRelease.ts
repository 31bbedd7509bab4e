// npm run check:release -- v1.2.3: whether what must be said in several places is the same everywhere.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import manifest from "../package.json" with { type: "json" };
import { projectRoot } from "./projectRoot.ts";
import { releaseProblems } from "./release/releaseProblems.ts";

const [tag = ""] = process.argv.slice(2);
const problems = releaseProblems({ tag, manifest, changelog: readFileSync(join(projectRoot, "CHANGELOG.md"), "utf8") });
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${tag} can be released.`);
process.exitCode = problems.length === 0 ? 0 : 1;
