import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replaceAtomically } from "../build/replaceAtomically.ts";
import { cacheFolder } from "../engine/cacheFolder.ts";
import { engineKey, engineVersion, toolsFolder } from "../engine/enginePins.ts";
import { runGo } from "../engine/runGo.ts";
import { projectRoot } from "../projectRoot.ts";
import { withLock } from "../setup/withLock.mjs";
import { sdksFolder, workFolder } from "./folders.ts";
import { run } from "./run.ts";

const schemaFile = join(projectRoot, "schema.json");

/** Brings `build/sdks` up to date: what Pulumi's own generators make of the schema. Needs Go. */
export async function writeSdks(): Promise<void> {
  const source = readFileSync(join(toolsFolder, "sdks", "main.go"));
  const generatorKey = hash([source, engineKey]);
  const key = hash([generatorKey, readFileSync(schemaFile)]);
  const stamp = join(sdksFolder, "key");
  const isWritten = () => existsSync(stamp) && readFileSync(stamp, "utf8") === key;
  if (isWritten()) return;

  await withLock(join(workFolder, "sdks.lock"), async () => {
    if (isWritten()) return;
    const generator = await ensureGenerator(generatorKey);
    const work = mkdtempSync(join(workFolder, "sdks-"));
    const draft = join(work, "sdks");
    await run([generator, schemaFile, draft], { cwd: projectRoot });
    useEngineVersion(join(draft, "go", "go.mod"));
    writeFileSync(join(draft, "key"), key);
    replaceAtomically(draft, sdksFolder);
    rmSync(work, { recursive: true });
  });
}

/** The generators of `tools/sdks`, built once for all clones with the same source. */
async function ensureGenerator(key: string): Promise<string> {
  const file = join(cacheFolder(), `sdks-${key}`);
  if (existsSync(file)) return file;
  console.error("Set-up: building Pulumi's SDK generators with Go, this once (up to 5 minutes).");
  mkdirSync(cacheFolder(), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await runGo(["build", "-o", draft, "./sdks"], () => undefined);
  renameSync(draft, file);
  return file;
}

/** The generators name an older SDK than their own, and go.sum of the programs knows one version only. */
function useEngineVersion(goMod: string): void {
  const text = readFileSync(goMod, "utf8");
  writeFileSync(goMod, text.replace(/(pulumi\/sdk\/v3) v\S+/, `$1 v${engineVersion}`));
}

function hash(parts: readonly (string | Buffer)[]): string {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest("hex").slice(0, 16);
}
