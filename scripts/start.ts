// The second half of run.mjs, under the pinned Node: brings set-up up to date, then starts the task.
import { join } from "node:path";
import { prepareTask } from "./prepareTask.ts";
import { projectRoot } from "./projectRoot.ts";
import { runChild } from "./setup/runChild.mjs";
import { tasks } from "./tasks.ts";

const [name = "", ...args] = process.argv.slice(2);
const task = tasks[name];

if (task) {
  const { env, problems } = await prepareTask(task);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0 && !task.reportsSetUp) process.exit(1);

  const [file, ...firstArgs] = task.program;
  const nodeArgs = ["--disable-warning=ExperimentalWarning", join(projectRoot, file), ...firstArgs, ...args];
  process.exitCode = await runChild(process.execPath, nodeArgs, { cwd: projectRoot, env });
} else {
  console.error(`There is no task "${name}". The tasks are: ${Object.keys(tasks).join(", ")}.`);
  process.exitCode = 1;
}
