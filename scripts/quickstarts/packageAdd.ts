import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programsFolder, sdksFolder } from "../languages/folders.ts";
import { run } from "../languages/run.ts";
import { writeSdks } from "../languages/writeSdks.ts";

const goModule = join(programsFolder, "go");

/** What `pulumi package add` does through a language host: the generated SDK in `sdks/`, and the project that uses it. */
export async function packageAdd(language: "python" | "go", folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  await writeSdks();
  const sdk = join("sdks", "alicloud-backups");
  cpSync(join(sdksFolder, language), join(folder, sdk), { recursive: true });
  if (language === "python") {
    await run([join(folder, "venv", "bin", "pip"), "install", "--quiet", `./${sdk}`], { cwd: folder, env });
    return;
  }
  // At the versions that the engine was built from, so that little is compiled; `go mod tidy` adds what is missing.
  const text = readFileSync(join(goModule, "go.mod"), "utf8");
  writeFileSync(
    join(folder, "go.mod"),
    text.replace("module languages", "module shop").replace(/=> \S+/, `=> ./${sdk}`),
  );
  cpSync(join(goModule, "go.sum"), join(folder, "go.sum"));
}
