import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CodeCache } from "../../provider/bin/CodeCache.mts";

const source = Buffer.from("module.exports = 1;");
const code = Buffer.from("what V8 made of it");
const isRoot = process.getuid?.() === 0;

let folder: string;
let cache: CodeCache;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "code-cache-"));
  cache = new CodeCache(folder, source);
});
afterEach(() => rm(folder, { recursive: true }));

/** Where the code is kept. */
async function keptFile(): Promise<string> {
  cache.write(code);
  const [name = ""] = await readdir(folder);
  return join(folder, name);
}

describe("a cache of code returns", () => {
  test("what was written for the same source, and only that", () => {
    cache.write(code);

    expect(new CodeCache(folder, source).read()).toEqual(code);
    expect(new CodeCache(folder, Buffer.from("module.exports = 2;")).read()).toBeUndefined();
  });

  test("nothing where there is none", () => {
    expect(cache.read()).toBeUndefined();
  });

  test("nothing under the name of another source", async () => {
    const file = await keptFile();
    const other = new CodeCache(folder, Buffer.from("module.exports = 2;"));
    other.write(code);
    const [otherName = ""] = (await readdir(folder)).filter((name) => join(folder, name) !== file);

    await writeFile(file, await readFile(join(folder, otherName)));

    expect(cache.read()).toBeUndefined();
  });

  test("nothing when a write came no further than any byte", async () => {
    const file = await keptFile();
    const whole = await readFile(file);
    for (let length = 0; length < whole.length; length++) {
      await writeFile(file, whole.subarray(0, length));
      expect(cache.read()).toBeUndefined();
    }
  });

  test("nothing that others can write to", async () => {
    const file = await keptFile();
    for (const mode of [0o620, 0o602]) {
      await chmod(file, mode);
      expect(cache.read()).toBeUndefined();
    }
    await chmod(file, 0o644);
    expect(cache.read()).toEqual(code);
  });

  test.runIf(isRoot)("nothing of somebody else (as root alone can make such a file)", async () => {
    const file = await keptFile();
    await chown(file, 65_534, 65_534);

    expect(cache.read()).toBeUndefined();
  });
});

describe("a cache of code that cannot be written is none, leaves nothing behind, and never throws", () => {
  test("where there is no folder, or a file in its place", async () => {
    await writeFile(join(folder, "file"), "");
    for (const place of ["missing", "file"]) {
      const nowhere = new CodeCache(join(folder, place), source);
      nowhere.write(code);
      expect(nowhere.read()).toBeUndefined();
    }
    expect(await readdir(folder)).toEqual(["file"]);
  });

  test("where a folder stands in the place of its file", async () => {
    const file = await keptFile();
    await rm(file);
    await mkdir(file);

    cache.write(code);

    expect(cache.read()).toBeUndefined();
    expect((await readdir(folder)).map((name) => join(folder, name))).toEqual([file]);
  });

  test("where somebody has put a link in the way of its temporary file", async () => {
    const victim = join(folder, "victim");
    await writeFile(victim, "precious");
    const file = await keptFile();
    await rm(file);
    await symlink(victim, `${file}.${process.pid}`);

    cache.write(code);

    expect(await readFile(victim, "utf8")).toBe("precious");
  });
});

test("what a plugin left that was ended while it wrote is removed by the next write", async () => {
  const file = await keptFile();
  await writeFile(`${file}.123456`, "half of it");

  cache.write(code);

  expect((await readdir(folder)).map((name) => join(folder, name))).toEqual([file]);
});
