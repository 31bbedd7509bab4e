import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { replaceAtomically } from "../build/replaceAtomically.ts";
import { sdksFolder, workFolder } from "./folders.ts";
import { pythonEnvironment } from "./pythonEnvironment.ts";
import { run } from "./run.ts";

/** Installs the generated SDK into a folder for PYTHONPATH, as it looks up its own version among what is installed. */
export async function installPythonSdk(): Promise<string> {
  const key = readFileSync(join(sdksFolder, "key"), "utf8");
  const folder = join(workFolder, `python-${key}`);
  if (existsSync(folder)) return folder;
  const work = mkdtempSync(join(workFolder, "python-draft-"));
  const draft = join(work, "sdk");
  const options = ["--quiet", "--no-input", "--disable-pip-version-check", "--no-deps", "--no-build-isolation"];
  const install = ["-m", "pip", "install", ...options, "--target", draft, join(sdksFolder, "python")] as const;
  await run([await pythonEnvironment(), ...install], { cwd: workFolder });
  replaceAtomically(draft, folder);
  rmSync(work, { recursive: true });
  return folder;
}
