import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { startPlugin } from "../support/plugin/pluginClient.ts";
import { healthy, latestHealthyBackup, refusalOf, settingsFor, untilReceived } from "../support/plugin/pluginScene.ts";
import { useOwnExecutable } from "../support/plugin/useOwnExecutable.ts";

// What the bundle does is tested beside this file. Here: that it does so as one file, where there is no Node.
describe("the plugin as one executable, alone in its folder", () => {
  const executable = useOwnExecutable();
  const start = (env: Readonly<Record<string, string>> = {}) => startPlugin([], env, executable(), "nothing inherited");

  test("answers GetPluginInfo, GetSchema and a lookup in an empty environment", async () => {
    await using emulator = await startEmulator();
    await using plugin = await start({ PATH: "" });
    await plugin.configure(settingsFor(emulator));

    expect(await plugin.version()).toBe(JSON.parse(await projectFile("package.json")).version);
    expect(await plugin.schema()).toEqual(JSON.parse(await projectFile("schema.json")));
    const { result } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy });
    expect(result.backupId).toBe(latestHealthyBackup);
    expect(plugin.process.stdout()).toBe(`${plugin.process.port}\n`);
    expect(plugin.process.stderr()).toBe("");
  });

  test("is not led astray by what is meant for the Node programs of its user, and prints no key for DEBUG=*", async () => {
    await using emulator = await startEmulator();
    await using plugin = await start({ NODE_OPTIONS: "--require ./is-not-here.js", DEBUG: "*" });
    await plugin.configure(settingsFor(emulator));

    const { result } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy });
    expect(result.backupId).toBe(latestHealthyBackup);
    expect(plugin.process.stderr()).toBe("");
  });

  test("asks the credentials URI that its environment names, and says that no key came from there", async () => {
    await using emulator = await startEmulator();
    await using plugin = await start({ ALIBABA_CLOUD_CREDENTIALS_URI: "http://127.0.0.1:1/" });
    const { accessKey: _, secretKey: __, ...withoutKey } = settingsFor(emulator);
    await plugin.configure(withoutKey);

    const refused = await refusalOf(plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy }));
    expect(refused.details).toContain("no key came from");
  });

  test("ends what is in flight on Cancel, and itself on SIGTERM", async () => {
    await using emulator = await startEmulator();
    await using plugin = await start();
    await plugin.configure(settingsFor(emulator));
    emulator.inject({ kind: "stall", when: "beforeHeaders" });
    const stalled = refusalOf(plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy }));
    await untilReceived(emulator, 1);

    await plugin.cancel();

    expect((await stalled).details).toMatch(/cancel/i);
    // Windows knows no signals: Node ends the process there, and says that it did.
    const ended = process.platform === "win32" ? { code: null, signal: "SIGTERM" } : { code: 0, signal: null };
    expect(await plugin.process.end("SIGTERM")).toEqual(ended);
  });

  test("--version prints the version and ends", async () => {
    const { stdout } = await promisify(execFile)(executable(), ["--version"], { env: {}, timeout: 30_000 });

    expect(stdout).toBe(`${JSON.parse(await projectFile("package.json")).version}\n`);
  });
});

function projectFile(name: string): Promise<string> {
  return readFile(join(projectRoot, name), "utf8");
}
