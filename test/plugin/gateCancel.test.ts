import { status } from "@grpc/grpc-js";
import { expect, test, vi } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startFakeEngine } from "../support/plugin/pluginEngine.ts";
import { configuredPlugin, healthy, refusalOf, stale } from "../support/plugin/pluginScene.ts";

const waits = { dbInstanceId: stale, maxAge: "26h", waitFor: "2h" };

test("Cancel ends every waiting gate before its next look; the process stays answerable", async () => {
  await using emulator = await startEmulator();
  await using engine = await startFakeEngine();
  await using plugin = await configuredPlugin(emulator, [engine.address]);
  const gates = Promise.all([1, 2, 3].map(() => refusalOf(plugin.create(waits))));
  await vi.waitFor(
    () => expect(engine.messages.filter(({ message }) => message.startsWith("look 1"))).toHaveLength(3),
    60_000,
  );

  await plugin.cancel();
  const refused = await gates;

  expect(refused.map(({ code }) => code)).toEqual([status.CANCELLED, status.CANCELLED, status.CANCELLED]);
  for (const { details } of refused) {
    expect(details).toMatch(/^[^\n]*older than 26h\.\n {2}The wait was cancelled: waited \d+s in 1 look; seen: /);
  }
  expect(await plugin.version()).toMatch(/^\d+\./);
  expect((await plugin.check({ dbInstanceId: healthy })).failures).toEqual([]);
  // What begins after Cancel does not begin to wait.
  expect((await refusalOf(plugin.create(waits))).code).toBe(status.CANCELLED);
});

test.each(["SIGINT", "SIGTERM"] as const)("%s ends a plugin whose gate waits", async (signal) => {
  await using emulator = await startEmulator();
  await using engine = await startFakeEngine();
  await using plugin = await configuredPlugin(emulator, [engine.address]);
  const gate = refusalOf(plugin.create(waits));
  await vi.waitFor(() => expect(engine.messages).not.toEqual([]), 5000);

  expect(await plugin.process.end(signal)).toEqual({ code: 0, signal: null });
  expect((await gate).code).not.toBe(status.OK);
});
