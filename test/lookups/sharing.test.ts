import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { CancelledError } from "../../provider/core/errors/CancelledError.ts";
import { backup, SHOP } from "../support/fixtures/backups.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();
beforeEach(() => {
  emulator.add(backup("1", 5), { ...backup("2", 5, { DBInstanceId: "rm-bp1other" }), subject: "rm-bp1other" });
});

const args = { dbInstanceId: SHOP };

describe("lookups in flight", () => {
  test("that are the same share one reading", async () => {
    const session = openSession(emulator);
    const all = await Promise.all(Array.from({ length: 50 }, () => call(session, "getLatestBackup", args)));
    expect(new Set(all.map(({ backupId }) => backupId))).toEqual(new Set(["1"]));
    expect(emulator.requests()).toHaveLength(1);
  });

  test("share it even when they ask different questions of the same list", async () => {
    const session = openSession(emulator);
    const [found, verdict] = await Promise.all([
      call(session, "getLatestBackup", args),
      call(session, "getBackupReadiness", { ...args, maxAge: "1h" }),
    ]);
    expect([found.backupId, verdict.verdict]).toEqual(["1", "fail"]);
    expect(emulator.requests()).toHaveLength(1);
  });

  test("for different instances do not", async () => {
    const session = openSession(emulator);
    const all = [args, { dbInstanceId: "rm-bp1other" }].map((given) => call(session, "getLatestBackup", given));
    expect((await Promise.all(all)).map(({ backupId }) => backupId)).toEqual(["1", "2"]);
    expect(emulator.requests()).toHaveLength(2);
  });

  test("share an error too, and it is not kept", async () => {
    const session = openSession(emulator);
    emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });
    const all = await Promise.all([1, 2, 3].map(() => failure(call(session, "getLatestBackup", args))));
    expect(new Set(all.map(({ message }) => message)).size).toBe(1);
    expect(emulator.requests()).toHaveLength(1);
    expect((await call(session, "getLatestBackup", args)).backupId).toBe("1");
  });
});

test("more lookups than connections take turns, and waiting for a turn is no timeout", async () => {
  const others = Array.from({ length: 25 }, (_, index) => `rm-bp1other${index}`);
  for (const id of others) emulator.add({ ...backup(id, 5, { DBInstanceId: id }), subject: id });
  // The first ones get no reply, and are not tried again.
  emulator.inject({ kind: "stall", when: "beforeHeaders", times: 5 });
  const settings = { clientReadTimeout: 60_000, clientConnectTimeout: 60_000, maxRetryTimeout: 0 };
  const session = openSession(emulator, { settings });
  holdTimers();

  const ended = Promise.allSettled(others.map((dbInstanceId) => call(session, "getLatestBackup", { dbInstanceId })));
  while (emulator.requests().length < 5) await new Promise(setImmediate);
  // For those that wait for a turn it is as long, and more than any request may take.
  vi.advanceTimersByTime(120_000);

  expect((await ended).map(({ status }) => status)).toEqual([
    ...Array.from({ length: 5 }, () => "rejected"),
    ...Array.from({ length: 20 }, () => "fulfilled"),
  ]);
});

/** The timers that end a request go on only as the test says; with real ones it depended on how busy the machine is. */
function holdTimers(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new DOMException("It took too long.", "TimeoutError")), ms);
    return stop.signal;
  });
  onTestFinished(() => {
    timeout.mockRestore();
    vi.useRealTimers();
  });
}

test("nothing finished is remembered", async () => {
  const session = openSession(emulator);
  await call(session, "getLatestBackup", args);
  emulator.add(backup("3", 1));
  expect((await call(session, "getLatestBackup", args)).backupId).toBe("3");
});

describe("cancel ends a lookup", () => {
  test("before it asks", async () => {
    const session = openSession(emulator);
    session.cancel();
    expect(await failure(call(session, "getLatestBackup", args))).toBeInstanceOf(CancelledError);
    expect(emulator.requests()).toEqual([]);
  });

  test("while it waits for a reply, and a verdict is not made of it", async () => {
    emulator.inject({ kind: "stall", when: "beforeHeaders", times: 99 });
    const session = openSession(emulator);
    const running = failure(call(session, "getBackupReadiness", args));
    await expect.poll(() => emulator.requests().length).toBe(1);
    session.cancel();
    expect(await running).toBeInstanceOf(CancelledError);
    expect(emulator.requests()).toHaveLength(1);
  });

  test("while it waits to ask again", async () => {
    emulator.inject({ kind: "throttle", times: 99 });
    const session = openSession(emulator, { onSleep: () => session.cancel() });
    expect(await failure(call(session, "getLatestBackup", args))).toBeInstanceOf(CancelledError);
    expect(emulator.requests()).toHaveLength(1);
  });
});
