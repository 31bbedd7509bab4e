import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const NOT_SOURCE = /\/generated\//;

/** The TypeScript files of some folders, parsed; without what is generated or bundled. */
export function sourceFiles(...folders: readonly string[]): readonly ts.SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.m?ts$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !NOT_SOURCE.test(relative(root, path)))
      .map((path) =>
        ts.createSourceFile(relative(root, path), readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true),
      ),
  );
}
