import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Text } from "../secrets/findSecrets.ts";

/** Every file that Pulumi wrote in a project's folder: state, its backups and history, logs, event logs, configuration. */
export async function engineTexts({ path }: { readonly path: string }): Promise<readonly Text[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  // Links such as `provider` are not followed, and what was installed is not Pulumi's: to search the executable of a
  // plugin takes minutes.
  const installed = ["node_modules", join("home", "plugins")];
  const written = entries.filter(
    (entry) => entry.isFile() && !installed.some((folder) => entry.parentPath.includes(folder)),
  );
  const files = written.map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (file) => ({ where: file.slice(path.length + 1), text: readText(await readFile(file)) })),
  );
}

function readText(content: Buffer): string {
  const zipped = content[0] === 0x1f && content[1] === 0x8b;
  return (zipped ? gunzipSync(content) : content).toString("utf8");
}
