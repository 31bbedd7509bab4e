import { linkSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { ownExecutable } from "../../../scripts/plugin/ownExecutable.ts";

/** The released executable for this machine, alone in its folder, for the tests of a block. Returns how to get its path. */
export function useOwnExecutable(): () => string {
  let executable: string;
  beforeAll(async () => {
    const made = await ownExecutable();
    executable = join(await mkdtemp(join(dirname(made), "alone-")), basename(made));
    linkSync(made, executable);
  }, 180_000);
  afterAll(() => rm(dirname(executable), { recursive: true }));
  return () => executable;
}
