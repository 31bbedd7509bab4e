import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CodeCache } from "../../provider/bin/CodeCache.mts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "code-cache-"));
});
afterEach(() => rm(folder, { recursive: true }));

const source = Buffer.from("module.exports = 1;");
const code = Buffer.from("what V8 made of it");

test("a cache of code returns what was written for the same file and source, and only that", () => {
  new CodeCache(folder, "/a/service.cjs", source).write(code);

  expect(new CodeCache(folder, "/a/service.cjs", source).read()).toEqual(code);
  expect(new CodeCache(folder, "/b/service.cjs", source).read()).toBeUndefined();
  expect(new CodeCache(folder, "/a/service.cjs", Buffer.from("module.exports = 2;")).read()).toBeUndefined();
});

test("a cache of code holds nothing when a write came no further than any byte", async () => {
  const cache = new CodeCache(folder, "/a/service.cjs", source);
  cache.write(code);
  const [name = ""] = await readdir(folder);
  const path = join(folder, name);
  const whole = await readFile(path);
  for (let length = 0; length < whole.length; length++) {
    await writeFile(path, whole.subarray(0, length));
    expect(cache.read()).toBeUndefined();
  }
});

test("a cache of code that cannot be written is none, and leaves nothing behind", async () => {
  const cache = new CodeCache(join(folder, "missing"), "/a/service.cjs", source);
  cache.write(code);
  expect(cache.read()).toBeUndefined();

  // A folder stands where its file would be.
  const blocked = new CodeCache(folder, "/a/service.cjs", source);
  blocked.write(code);
  const [name = ""] = await readdir(folder);
  await rm(join(folder, name));
  await mkdir(join(folder, name));
  blocked.write(code);
  expect(blocked.read()).toBeUndefined();
  expect(await readdir(folder)).toEqual([name]);
});
