import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

type Files = ReadonlyMap<string, Buffer>;

interface Folder {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const written = new Map<string, Promise<Files>>();

/**
 * An empty stack in a project's folder. `pulumi stack init` makes the first one of a project's name; what it wrote then
 * is the same in every folder, but for the salt of secrets, and is copied.
 */
export async function initStack(stackName: string, folder: Folder): Promise<void> {
  const [, projectName = ""] =
    /^\W*name\W+([\w-]+)/m.exec(await readFile(join(folder.path, "Pulumi.yaml"), "utf8")) ?? [];
  const before = written.get(projectName);
  if (before === undefined) {
    const files = init(stackName, folder);
    written.set(projectName, files);
    await files;
    return;
  }
  for (const [name, content] of await before) {
    await mkdir(dirname(join(folder.path, name)), { recursive: true });
    await writeFile(join(folder.path, name), content);
  }
}

async function init(stackName: string, { path, env }: Folder): Promise<Files> {
  await promisify(execFile)("pulumi", ["stack", "init", stackName, "--non-interactive"], { cwd: path, env });
  const state = await readdir(join(path, "state"), { recursive: true, withFileTypes: true });
  const files = state.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const all = [join(path, `Pulumi.${stackName}.yaml`), ...files];
  return new Map(
    await Promise.all(all.map(async (file) => [file.slice(path.length + 1), await readFile(file)] as const)),
  );
}
