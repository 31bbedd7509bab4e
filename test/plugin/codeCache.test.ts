import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import manifest from "../../package.json" with { type: "json" };
import { CodeCache } from "../../provider/bin/CodeCache.mts";
import { pluginFiles } from "../../scripts/build/outputs.ts";
import { DAY, HOUR } from "../support/fixtures/backups.ts";
import { longList } from "../support/fixtures/longList.ts";
import { copyPlugin } from "../support/plugin/copyPlugin.ts";
import { type Plugin, startPlugin } from "../support/plugin/pluginClient.ts";
import { pluginProgram } from "../support/plugin/pluginProcess.ts";
import { healthy, latestHealthyBackup, settingsFor } from "../support/plugin/pluginScene.ts";

const LONG = "rm-bp1longlist0002";
const LONG_ROWS = 3_000;

describe("the compiled code that a start keeps for the next one", () => {
  let folder: string;
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator[Symbol.asyncDispose]());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "code-cache-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function start(program = pluginProgram): Promise<Plugin> {
    const plugin = await startPlugin([], { XDG_CACHE_HOME: folder }, program);
    await plugin.configure(settingsFor(emulator));
    return plugin;
  }

  async function lookUp(plugin: Plugin): Promise<void> {
    const { result } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy });
    expect(result).toMatchObject({ backupId: latestHealthyBackup });
  }

  /** Long enough for V8's flags to be changed, which is another occasion to keep what has been compiled. */
  async function readLongLists(plugin: Plugin): Promise<void> {
    for (let count = 0; count < 5; count++) {
      const { result } = await plugin.invoke("rds:getBackups", { dbInstanceId: LONG });
      expect(result.ids).toHaveLength(LONG_ROWS);
    }
  }

  /** Long enough for what is kept a few milliseconds after an answer. */
  async function lookUpOften(plugin: Plugin): Promise<void> {
    for (let count = 0; count < 20; count++) await lookUp(plugin);
  }

  async function keptFiles(): Promise<string[]> {
    const names = await readdir(folder, { recursive: true });
    return names.filter((name) => /\.v8cache/.test(name)).map((name) => join(folder, name));
  }

  /** Until so many files are there: what is kept is written after an answer has left. */
  async function untilKept(count: number): Promise<string[]> {
    await vi.waitFor(async () => expect(await keptFiles()).toHaveLength(count), { timeout: 10_000 });
    return await keptFiles();
  }

  /** The file that is kept of the first start. */
  async function keepFirst(): Promise<string> {
    await using plugin = await start();
    await lookUp(plugin);
    const [file = ""] = await untilKept(1);
    return file;
  }

  test("is written once, for its owner alone, and taken by the next", async () => {
    await using plugin = await start();
    await lookUp(plugin);
    const [file = ""] = await untilKept(1);
    const { mode, ino } = await stat(file);
    expect(mode & 0o077).toBe(0);

    const youngestAt = emulator.now() - 2 * DAY;
    emulator.add(...longList({ instance: LONG, count: LONG_ROWS, youngestAt, everyMs: HOUR }));
    await readLongLists(plugin);
    await using next = await start();
    await lookUpOften(next);
    await readLongLists(next);

    expect((await stat(file)).ino).toBe(ino);
  });

  test("is not kept before anything has been read: most is compiled by then", async () => {
    await using plugin = await start();
    for (let count = 0; count < 20; count++) {
      expect((await plugin.invoke("rds:getLatestBackup", {})).failures).not.toEqual([]);
    }
    expect(await keptFiles()).toEqual([]);

    await lookUp(plugin);

    await untilKept(1);
  });

  test("is made anew where it is damaged, in every part that a start reads", async () => {
    const file = await keepFirst();
    const whole = await readFile(file);
    for (const place of [0, 4, 8, whole.length >> 1, whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(place) ^ 0xff, place);
      await writeFile(file, damaged);

      await using plugin = await start();
      await lookUp(plugin);

      await vi.waitFor(async () => expect((await readFile(file)).equals(damaged)).toBe(false), { timeout: 10_000 });
    }
  });

  test("is made anew where V8 does not take it, as after other flags", async () => {
    const file = await keepFirst();
    const source = await readFile(join(dirname(pluginProgram), pluginFiles.service));
    const foreign = Buffer.from("not what V8 has written");
    new CodeCache(dirname(file), source).write(foreign);
    const { size } = await stat(file);

    await using plugin = await start();
    await lookUp(plugin);

    await vi.waitFor(async () => expect((await stat(file)).size).toBeGreaterThan(size), { timeout: 10_000 });
  });

  // V8 itself compares the length of a source with that of the one that it compiled, and no more.
  test("is not taken for another version of the package in the same place, were it of the same length", async () => {
    const program = await copyPlugin(folder);
    await using old = await start(program);
    await lookUp(old);
    await untilKept(1);
    const other = manifest.version.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    const service = join(folder, pluginFiles.service);
    await writeFile(service, (await readFile(service, "utf8")).replaceAll(`"${manifest.version}"`, `"${other}"`));

    await using upgraded = await start(program);
    await lookUp(upgraded);

    expect(await upgraded.version()).toBe(other);
    await untilKept(2);
  });

  test.skipIf(process.platform === "win32")("is not kept in a folder where others can write", async () => {
    const shared = join(folder, "pulumi-alicloud-backups", "compile-cache");
    await mkdir(shared, { recursive: true });
    await chmod(shared, 0o777);

    await using plugin = await start();
    await lookUpOften(plugin);

    expect(await keptFiles()).toEqual([]);
  });
});
