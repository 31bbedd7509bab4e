import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { toolsFolder } from "../engine/enginePins.ts";
import { run } from "../languages/run.ts";
import type { StartedProgram } from "./ProgramHost.ts";
import { startedProgram } from "./startedProgram.ts";

/** What Pulumi's own host of this runtime would start in a project's folder. */
export async function programOf(
  runtime: "nodejs" | "python" | "go",
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<StartedProgram> {
  if (runtime === "nodejs") {
    const sdk = dirname(createRequire(join(folder, "package.json")).resolve("@pulumi/pulumi"));
    const runner = join(sdk, "cmd", "run");
    return startedProgram(runtime, folder, [process.execPath, runner, "."], env);
  }
  if (runtime === "python") {
    const list = ["go", "list", "-m", "-f", "{{.Dir}}", "github.com/pulumi/pulumi/sdk/v3"] as const;
    const sdk = (await run(list, { cwd: toolsFolder })).trim();
    const executor = join(sdk, "python", "cmd", "pulumi-language-python-exec");
    return startedProgram(runtime, folder, [join(folder, "venv", "bin", "python"), executor, "."], env);
  }
  const binary = join(folder, "program");
  await run(["go", "build", "-buildvcs=false", "-o", binary, "."], { cwd: folder, env, minutes: 10 });
  return startedProgram(runtime, folder, [binary], env);
}
