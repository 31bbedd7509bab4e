import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import manifest from "../../package.json" with { type: "json" };
import { pluginFiles } from "../../scripts/build/outputs.ts";
import { startPlugin } from "../support/plugin/pluginClient.ts";
import { pluginProgram } from "../support/plugin/pluginProcess.ts";
import { healthy, latestHealthyBackup, settingsFor } from "../support/plugin/pluginScene.ts";

describe("the code that a start keeps for the next one", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "code-cache-"));
  });
  afterEach(() => rm(folder, { recursive: true }));
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator[Symbol.asyncDispose]());

  /** Starts the plugin, looks a backup up, and resolves to the plugin's version as soon as this has come true. */
  async function lookUp(until: () => Promise<void>, program = pluginProgram): Promise<string> {
    await using plugin = await startPlugin([], { XDG_CACHE_HOME: folder }, program);
    await plugin.configure(settingsFor(emulator));
    // What is kept is written after an answer has left.
    for (let count = 0; count < 20; count++) {
      const { result } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy });
      expect(result).toMatchObject({ backupId: latestHealthyBackup });
    }
    await vi.waitFor(until, { timeout: 10_000 });
    return await plugin.version();
  }

  async function keptFiles(): Promise<string[]> {
    const names = await readdir(folder, { recursive: true });
    return names.filter((name) => name.endsWith(".service")).map((name) => join(folder, name));
  }

  /** Looks a backup up for the first time; the file that is kept. */
  async function firstLookUp(program?: string): Promise<string> {
    await lookUp(async () => expect(await keptFiles()).toHaveLength(1), program);
    const [file = ""] = await keptFiles();
    return file;
  }

  test("is written once, for its owner alone, and taken by the next", async () => {
    const file = await firstLookUp();
    const written = await stat(file);
    expect(written.mode & 0o077).toBe(0);

    await lookUp(async () => expect((await stat(file)).ino).toBe(written.ino));
  });

  test("is made anew where it is damaged, in every part that a start reads", async () => {
    const file = await firstLookUp();
    const whole = await readFile(file);
    for (const place of [0, 4, 8, whole.length >> 1, whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(place) ^ 0xff, place);
      await writeFile(file, damaged);

      await lookUp(async () => expect((await readFile(file)).equals(damaged)).toBe(false));
    }
  });

  // V8 itself compares the length of a source with that of the one that it compiled, and no more.
  test("is not taken for another version of the package in the same place, were it of the same length", async () => {
    const program = join(folder, basename(pluginProgram));
    for (const name of [basename(pluginProgram), "package.json", ...Object.values(pluginFiles)]) {
      await cp(join(dirname(pluginProgram), name), join(folder, name));
    }
    const file = await firstLookUp(program);
    const older = await readFile(file);
    const other = manifest.version.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    const service = join(folder, pluginFiles.service);
    await writeFile(service, (await readFile(service, "utf8")).replaceAll(`"${manifest.version}"`, `"${other}"`));

    expect(await lookUp(async () => expect((await readFile(file)).equals(older)).toBe(false), program)).toBe(other);
  });

  test.skipIf(process.platform === "win32")("is not kept where others can write", async () => {
    const shared = join(folder, "pulumi-alicloud-backups", "compile-cache");
    await mkdir(shared, { recursive: true });
    await chmod(shared, 0o777);

    await lookUp(async () => expect(await keptFiles()).toEqual([]));
  });
});
