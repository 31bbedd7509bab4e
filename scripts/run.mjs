// The one way in: `node scripts/run.mjs <task> [arguments]`, on any Node from 18, in a clone with nothing installed.
// It installs the dependencies when needed and hands over to start.ts under the pinned Node.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./setup/ensureDependencies.mjs";
import { findNode } from "./setup/findNode.mjs";
import { runChild } from "./setup/runChild.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

try {
  await ensureDependencies(root);
  const start = join(root, "scripts", "start.ts");
  // Node 22 announces type stripping as experimental on every start; there is nothing a user could do about it.
  const args = ["--disable-warning=ExperimentalWarning", start, ...process.argv.slice(2)];
  process.exitCode = await runChild(findNode(root), args, { cwd: root });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
