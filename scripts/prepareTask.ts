import { ensureBuild } from "./build/ensureBuild.ts";
import { enginePath } from "./engine/enginePath.ts";
import { ensureEngine } from "./engine/ensureEngine.ts";
import { withoutUserSettings } from "./engine/withoutUserSettings.ts";
import type { Task } from "./tasks.ts";

export interface PreparedTask {
  readonly env: NodeJS.ProcessEnv;
  /** What went wrong, each a whole message. */
  readonly problems: readonly string[];
}

/** Builds and finds what the task needs, and describes it in the environment that the task gets. */
export async function prepareTask(task: Task): Promise<PreparedTask> {
  const env = task.isolated ? withoutUserSettings(process.env) : { ...process.env };
  const problems: string[] = [];

  if (task.needs.includes("build")) {
    const problem = await ensureBuild();
    if (problem) problems.push(problem);
  }

  if (task.needs.includes("engine")) {
    const engine = await ensureEngine();
    if (engine.missing === undefined) env.PULUMI_ENGINE_DIR = engine.folder;
    else if (task.reportsSetUp && process.env.CI !== "true") env.PULUMI_ENGINE_MISSING = engine.missing;
    else problems.push(engine.missing);
  }

  env.PATH = enginePath(env.PULUMI_ENGINE_DIR);
  if (problems.length > 0) env.SET_UP_PROBLEMS = JSON.stringify(problems);
  return { env, problems };
}
