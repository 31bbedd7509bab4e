import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { create } from "tar";
import { packTime } from "./packTime.ts";

export interface Tarball {
  readonly file: string;
  /** Where the files are that go into it, at its root. */
  readonly folder: string;
  readonly files: readonly string[];
  /** How hard to compress, from 1 to 9. */
  readonly level?: number;
}

/** Without times, owners and chance: the same files give the same tarball. */
export async function packTarball({ file, folder, files, level = 9 }: Tarball): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  await create({ file, cwd: folder, gzip: { level }, portable: true, mtime: packTime }, files.toSorted());
}
