import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../engine/cacheFolder.ts";
import { withLock } from "../setup/withLock.mjs";
import { programsFolder } from "./folders.ts";
import { run } from "./run.ts";

const requirements = join(programsFolder, "python", "requirements.txt");

/** A Python with Pulumi's SDK and the tools of `test/languages/python/requirements.txt`, installed once for all clones. */
export async function pythonEnvironment(): Promise<string> {
  const cwd = cacheFolder();
  const version = await run(["python3", "-c", "import sys; print(sys.version)"], { cwd: programsFolder });
  const key = createHash("sha256").update(version).update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const folder = join(cwd, `python-${key}`);
  const python = join(folder, "bin", "python");
  if (existsSync(python)) return python;

  return await withLock(`${folder}.lock`, async () => {
    if (existsSync(python)) return python;
    console.error("Set-up: installing Pulumi's Python SDK into a cache folder, this once (a minute at most).");
    const draft = `${folder}.unfinished`;
    rmSync(draft, { recursive: true, force: true });
    await run(["python3", "-m", "venv", draft], { cwd });
    const options = ["--quiet", "--no-input", "--disable-pip-version-check"];
    const install = ["-m", "pip", "install", ...options, "--requirement", requirements] as const;
    await run([join(draft, "bin", "python"), ...install], { cwd });
    renameSync(draft, folder);
    return python;
  });
}
