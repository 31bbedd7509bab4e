import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { startRecordingProxy } from "../support/network/recordingProxy.ts";
import { copyPlugin } from "../support/plugin/copyPlugin.ts";
import { startPlugin } from "../support/plugin/pluginClient.ts";
import { type FakeEngine, startFakeEngine } from "../support/plugin/pluginEngine.ts";
import { unknownValue } from "../support/plugin/pluginProperties.ts";
import { configuredPlugin, healthy, latestHealthyBackup, settingsFor, stale } from "../support/plugin/pluginScene.ts";

const urn = "urn:pulumi:test::project::alicloud-backups:rds:BackupGate::before-migration";
const emulator = await useEmulator(startEmulator);
let engine: FakeEngine;
beforeEach(async () => {
  engine = await startFakeEngine();
  return () => engine[Symbol.asyncDispose]();
});

/** All of it is there when the plugin answers: the engine may end it at once. */
describe("what the user is told through the engine", () => {
  test("enforcement warn: the whole report, as a warning of the gate", async () => {
    await using plugin = await configuredPlugin(emulator, ["--logtostderr", "-v=3", engine.address]);

    await plugin.create({ dbInstanceId: stale, maxAge: "26h", enforcement: "warn" }, { urn });

    expect(engine.messages).toEqual([{ severity: "warning", urn, message: expect.any(String) }]);
    const lines = engine.messages[0]?.message.split("\n") ?? [];
    expect(lines[0]).toContain(`${stale} (cn-hangzhou)`);
    expect(lines.at(-1)).toContain("What to do");
  });

  test("with --tracing, whose value stands before the engine's address", async () => {
    await using plugin = await configuredPlugin(emulator, ["--tracing", "file:./trace", engine.address]);

    await plugin.create({ dbInstanceId: stale, maxAge: "26h", enforcement: "warn" }, { urn });

    expect(engine.messages).toEqual([{ severity: "warning", urn, message: expect.stringContaining(stale) }]);
  });

  test("unknown inputs in preview: that the gate was not evaluated, and why", async () => {
    await using plugin = await configuredPlugin(emulator, [engine.address]);

    await plugin.create({ dbInstanceId: unknownValue }, { urn, preview: true });

    const message = expect.stringMatching(/not evaluated.*dbInstanceId/);
    expect(engine.messages).toEqual([{ severity: "info", urn, message }]);
  });

  test("a pin that is not usable: a warning", async () => {
    emulator.change({ id: latestHealthyBackup }, { IsAvail: 0 });
    await using plugin = await configuredPlugin(emulator, [engine.address]);

    await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy, pin: latestHealthyBackup });

    const message = expect.stringMatching(new RegExp(`${latestHealthyBackup}.*not usable`));
    expect(engine.messages).toEqual([{ severity: "warning", urn: "", message }]);
  });

  test("a plugin that was started by hand speaks to the engine that attaches", async () => {
    await using plugin = await startPlugin();
    await plugin.attach(engine.address);
    await plugin.configure(settingsFor(emulator));

    await plugin.create({ dbInstanceId: stale, maxAge: "26h", enforcement: "warn" }, { urn });

    expect(engine.messages).toHaveLength(1);
  });
});

describe("W9: the engine is on this machine, and never asked through a proxy", () => {
  /** Whatever the person who runs the tests is behind. */
  const noProxy = { http_proxy: "", https_proxy: "", grpc_proxy: "", no_proxy: "", no_grpc_proxy: "" };
  const warned = async (variables: Readonly<Record<string, string>>) => {
    await using plugin = await startPlugin([engine.address], { ...noProxy, ...variables });
    await plugin.configure(settingsFor(emulator));
    const { properties } = await plugin.create({ dbInstanceId: stale, maxAge: "26h", enforcement: "warn" }, { urn });
    expect(properties).toMatchObject({ verdict: "fail" });
    // It is there when the gate's answer is: the engine may end the plugin at once.
    expect(engine.messages).toEqual([{ severity: "warning", urn, message: expect.stringContaining(stale) }]);
  };

  const forms: readonly (readonly [string, (proxy: string) => Readonly<Record<string, string>>])[] = [
    ["http_proxy", (http_proxy) => ({ http_proxy })],
    ["https_proxy", (https_proxy) => ({ https_proxy })],
    ["grpc_proxy", (grpc_proxy) => ({ grpc_proxy })],
    ["capitals", (proxy) => ({ HTTP_PROXY: proxy, HTTPS_PROXY: proxy, GRPC_PROXY: proxy, ALL_PROXY: proxy })],
    ["a key in the proxy's URL", (proxy) => ({ http_proxy: proxy.replace("//", "//user:word@") })],
    ["a no_proxy with blanks", (http_proxy) => ({ http_proxy, no_proxy: "localhost, 127.0.0.1 , ::1" })],
    ["a no_grpc_proxy of others", (grpc_proxy) => ({ grpc_proxy, no_grpc_proxy: "a.example", no_proxy: "127.0.0.1" })],
    ["all of them, and Node told to use them", (proxy) => ({ ...everyProxy(proxy), NODE_USE_ENV_PROXY: "1" })],
  ];
  const everyProxy = (proxy: string) => ({ http_proxy: proxy, https_proxy: proxy, grpc_proxy: proxy });

  test.each(forms)("%s: a proxy that refuses", async (_, variables) => {
    await warned(variables("http://127.0.0.1:1"));
  });

  test.each(forms)("%s: a proxy that listens hears nothing", async (_, variables) => {
    await using proxy = await startRecordingProxy();

    await warned(variables(proxy.url));

    expect(proxy.requests).toEqual([]);
  });

  test("nor when the engine attaches to a plugin that was started by hand", async () => {
    await using proxy = await startRecordingProxy();
    await using plugin = await startPlugin([], { ...noProxy, ...everyProxy(proxy.url) });
    await plugin.attach(engine.address);
    await plugin.configure(settingsFor(emulator));

    await plugin.create({ dbInstanceId: stale, maxAge: "26h", enforcement: "warn" }, { urn });

    expect(engine.messages).toHaveLength(1);
    expect(proxy.requests).toEqual([]);
  });
});

test("an engine that cannot be told does not make a lookup fail", async () => {
  await using plugin = await configuredPlugin(emulator, ["127.0.0.1:1"]);

  const { properties } = await plugin.create({ dbInstanceId: stale, maxAge: "26h", enforcement: "warn" });

  expect(properties.verdict).toBe("fail");
});

test("an engine that does not listen holds nothing up", async () => {
  await using deaf = await startFakeEngine({ deaf: true });
  await using plugin = await configuredPlugin(emulator, [deaf.address]);

  const { properties } = await plugin.create({ dbInstanceId: stale, maxAge: "26h", enforcement: "warn" }, { urn });

  expect(properties).toMatchObject({ verdict: "fail" });
  expect(deaf.messages).toHaveLength(1);
});

test("what cannot be sent, as a file of the package is missing, is written to stderr, which the engine shows", async () => {
  const folder = await mkdtemp(join(tmpdir(), "without-log-"));
  try {
    await using plugin = await startPlugin([engine.address], {}, await copyPlugin(folder, ["engineLog"]));
    await plugin.configure(settingsFor(emulator));

    await plugin.create({ dbInstanceId: stale, maxAge: "26h", enforcement: "warn" }, { urn });

    expect(engine.messages).toEqual([]);
    await vi.waitFor(() => expect(plugin.process.stderr()).toContain(`${stale} (cn-hangzhou)`));
    expect(plugin.process.stderr()).toContain("The engine's log cannot be reached");
  } finally {
    await rm(folder, { recursive: true });
  }
});
