import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { status } from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { isAlive } from "../support/plugin/childProcesses.ts";
import { type Plugin, startPlugin } from "../support/plugin/pluginClient.ts";
import { pluginProgram, startPluginProcess } from "../support/plugin/pluginProcess.ts";
import { healthy, refusalOf, settingsFor, untilReceived } from "../support/plugin/pluginScene.ts";

describe("the plugin as the engine starts it", () => {
  let plugin: Plugin;
  beforeAll(async () => {
    plugin = await startPlugin();
  });
  afterAll(() => plugin[Symbol.asyncDispose]());

  test("answers with the committed schema", async () => {
    const committed: unknown = JSON.parse(await readFile(join(projectRoot, "schema.json"), "utf8"));

    expect(await plugin.schema()).toEqual(committed);
  });

  test("B43: refuses a schema version that is not there", async () => {
    expect((await refusalOf(plugin.schema(1))).details).toContain("version 1");
  });

  test("has the version of the package", async () => {
    const { version } = JSON.parse(await readFile(join(projectRoot, "package.json"), "utf8"));

    expect(await plugin.version()).toBe(version);
  });

  test("takes secrets from the handshake on", async () => {
    expect((await plugin.handshake()).getAcceptSecrets()).toBe(true);
  });

  test("supports previews of resources, and takes secrets, once configured", async () => {
    const configured = await plugin.configure({});

    expect(configured.getSupportspreview()).toBe(true);
    expect(configured.getAcceptsecrets()).toBe(true);
  });

  test("B44: answers Parameterize with an error, as it has no parameters", async () => {
    const refused = await refusalOf(plugin.parameterize("some", "arguments"));

    expect(refused.code).not.toBe(status.DEADLINE_EXCEEDED);
    expect(refused.details).toContain("takes no parameters");
  });
});

test("F34: ends when the engine that started it was killed and could not tell", async () => {
  const starter = `
    const { spawn } = require("node:child_process");
    const plugin = spawn(${JSON.stringify(pluginProgram)}, ["127.0.0.1:1"], { stdio: ["ignore", "pipe", "ignore"] });
    plugin.stdout.once("data", () => console.log(plugin.pid));
  `;
  const engine = spawn(process.execPath, ["-e", starter], { stdio: ["ignore", "pipe", "ignore"] });
  const [printed] = await once(engine.stdout, "data");
  const plugin = Number(String(printed));
  expect(isAlive(plugin)).toBe(true);

  engine.kill("SIGKILL");

  await vi.waitFor(() => expect(isAlive(plugin)).toBe(false), 10_000);
});

test.each(["/proc/nope", "/dev/null/nope"])(
  "H6: without a usable cache folder it starts all the same (%s)",
  async (folder) => {
    for (const variable of ["HOME", "XDG_CACHE_HOME"]) {
      await using process = await startPluginProcess([], { XDG_CACHE_HOME: "", [variable]: folder });
      expect(process.port).toBeGreaterThan(0);
    }
  },
);

describe("standard output", () => {
  test("F39: holds the port line, and nothing else whatever happens afterwards", async () => {
    await using emulator = await startEmulator();
    await using plugin = await startPlugin();
    await plugin.configure(settingsFor(emulator));

    await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy });
    await plugin.invoke("rds:getLatestBackup", { dbInstanceID: healthy });
    await plugin.invoke("rds:getBackup", { dbInstanceId: healthy, backupId: "0" }).catch(() => undefined);
    await plugin.create({ dbInstanceId: healthy, maxAge: "1m" }).catch(() => undefined);
    await plugin.parameterize().catch(() => undefined);
    await plugin.cancel();

    expect(plugin.process.stdout()).toBe(`${plugin.process.port}\n`);
    // The engine shows it in full when a plugin dies: what is refused is an answer and no news for there.
    expect(plugin.process.stderr()).toBe("");
  });

  test("begins with the port when the engine passes its own flags and its address", async () => {
    await using process = await startPluginProcess(["--logtostderr", "-v=3", "--tracing=x", "127.0.0.1:1"]);

    expect(process.stdout()).toBe(`${process.port}\n`);
  });
});

describe("the end", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("%s ends it at once, whatever is in flight", async (signal) => {
    await using emulator = await startEmulator();
    await using plugin = await startPlugin();
    await plugin.configure(settingsFor(emulator));
    emulator.inject({ kind: "stall", when: "beforeHeaders" });
    const stalled = plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy }).catch((error: unknown) => error);
    await untilReceived(emulator, 1);

    const ended = await plugin.process.end(signal);

    expect(ended).toEqual({ code: 0, signal: null });
    expect(await stalled).toBeInstanceOf(Error);
  });
});
