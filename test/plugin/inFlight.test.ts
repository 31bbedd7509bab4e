import { status } from "@grpc/grpc-js";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { startRawServer } from "../support/network/rawServer.ts";
import type { Plugin } from "../support/plugin/pluginClient.ts";
import {
  configuredPlugin,
  day,
  failed,
  healthy,
  refusalOf,
  settingsFor,
  stale,
  untilReceived,
} from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);
let plugin: Plugin;
beforeEach(async () => {
  plugin = await configuredPlugin(emulator);
  return () => plugin[Symbol.asyncDispose]();
});

/* What is ended by a timeout or answered after all has another code. */
describe("F33: Cancel", () => {
  test.each(["beforeHeaders", "midBody"] as const)("ends every lookup that waits for a reply (%s)", async (when) => {
    emulator.inject({ kind: "stall", when, times: 3 });
    const waiting = [healthy, failed, stale].map((dbInstanceId) =>
      refusalOf(plugin.invoke("rds:getLatestBackup", { dbInstanceId })),
    );
    await untilReceived(emulator, 3);

    await plugin.cancel();
    const ended = await Promise.all(waiting);

    expect(emulator.requests()).toHaveLength(3);
    expect(ended.map(({ code }) => code)).toEqual([status.CANCELLED, status.CANCELLED, status.CANCELLED]);
  });

  test("ends a pause before the next attempt", async () => {
    emulator.inject({ kind: "throttle", retryAfter: 15_000 });
    const waiting = refusalOf(plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy }));
    await untilReceived(emulator, 1);
    // A turn of the plugin's, in which it gets as far as the pause, nearly always: otherwise it is cancelled before.
    await plugin.version();

    await plugin.cancel();

    expect((await waiting).code).toBe(status.CANCELLED);
    expect(emulator.requests()).toHaveLength(1);
  });

  test("ends a gate's evaluation, which then has not passed", async () => {
    emulator.inject({ kind: "stall", when: "beforeHeaders" });
    const waiting = refusalOf(plugin.create({ dbInstanceId: healthy }));
    await untilReceived(emulator, 1);

    await plugin.cancel();

    expect((await waiting).code).toBe(status.CANCELLED);
  });

  test("is not taken for an answer by the functions that never fail for a no", async () => {
    emulator.inject({ kind: "stall", when: "beforeHeaders" });
    const waiting = refusalOf(
      plugin.invoke("rds:getBackupReadiness", { dbInstanceId: healthy, __refusalAsData: true }),
    );
    await untilReceived(emulator, 1);
    await plugin.cancel();

    expect((await waiting).code).toBe(status.CANCELLED);
  });

  test("H8: a caller who goes away ends what was asked for it, and nothing else", async () => {
    await using silent = await startRawServer(() => undefined);
    await plugin.configure({ ...settingsFor(emulator), endpoints: { rds: silent.url } });
    const leave = plugin.beginInvoke("rds:getLatestBackup", { dbInstanceId: healthy });
    const staying = refusalOf(plugin.invoke("rds:getLatestBackup", { dbInstanceId: stale }));
    await vi.waitFor(() => expect([silent.requests(), silent.connections()]).toEqual([2, 2]), 5_000);

    leave();

    await vi.waitFor(() => expect(silent.connections()).toBe(1), 5_000);
    await plugin.cancel();
    expect((await staying).code).toBe(status.CANCELLED);
    await vi.waitFor(() => expect(silent.connections()).toBe(0), 5_000);
  });

  test("H5: is over with the next Configure, which starts afresh", async () => {
    await plugin.cancel();
    expect((await refusalOf(plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy }))).code).toBe(
      status.CANCELLED,
    );
    await plugin.configure(settingsFor(emulator));
    expect((await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy })).result.backupId).toBeDefined();
  });

  test("answers at once when nothing is in flight, also twice", async () => {
    await plugin.cancel();
    await plugin.cancel();
  });
});

describe("sharing", () => {
  /** With both ends given and past, the request is the same in whichever minute it is sent. */
  const window = () => ({
    startTime: new Date(emulator.now() - 5 * day).toISOString(),
    endTime: new Date(emulator.now() - 3 * day).toISOString(),
  });

  test("F36: 1,000 identical lookups at the same time are one request", { timeout: 20_000 }, async () => {
    const asked = { dbInstanceId: healthy, ...window() };
    // Slow enough for the last of them to arrive while the first waits.
    emulator.inject({ kind: "drip", bytes: 1500, everyMs: 500 });

    const answers = await Promise.all(Array.from({ length: 1000 }, () => plugin.invoke("rds:getBackups", asked)));

    expect(emulator.requests()).toHaveLength(1);
    expect(answers[0]?.result.ids).toHaveLength(2);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test("what has finished is not remembered", async () => {
    const asked = { dbInstanceId: healthy, ...window() };

    await plugin.invoke("rds:getBackups", asked);
    await plugin.invoke("rds:getBackups", asked);

    expect(emulator.requests()).toHaveLength(2);
  });

  test("F37: a failure is shared by those who waited, and not kept", async () => {
    const asked = { dbInstanceId: healthy, ...window() };
    await plugin.configure({ ...settingsFor(emulator), clientReadTimeout: 1_500, maxRetryTimeout: 0 });
    emulator.inject({ kind: "stall", when: "beforeHeaders" });

    const refused = await Promise.all([1, 2, 3].map(() => refusalOf(plugin.invoke("rds:getBackups", asked))));

    expect(emulator.requests()).toHaveLength(1);
    expect(refused[0]?.details).toContain("no reply came (timed out: nothing came for");
    expect(new Set(refused.map(({ details }) => details)).size).toBe(1);
    expect((await plugin.invoke("rds:getBackups", asked)).failures).toEqual([]);
  });

  test("different questions are not mixed up", async () => {
    const instances = [healthy, failed, stale];

    const answers = await Promise.all(
      instances.map((dbInstanceId) => plugin.invoke("rds:getLatestBackup", { dbInstanceId })),
    );

    expect(answers.map(({ result }) => result.dbInstanceId)).toEqual(instances);
  });
});
