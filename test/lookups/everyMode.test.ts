import { beforeEach, describe, expect, test } from "vitest";
import type { ModeChanges } from "../../emulator/index.ts";
import { backup, SHOP } from "../support/fixtures/backups.ts";
import { call, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const PAGE_SIZE = 30;

/** What is not known about the service: every combination of it. */
const modes: readonly ModeChanges[] = (["asc", "desc", "shuffled"] as const).flatMap((order) =>
  (["start", "end"] as const).flatMap((timeFilter) =>
    [null, 29].flatMap((pageCap) =>
      (["number", "text"] as const).map((counters) => ({ order, timeFilter, pageCap, counters })),
    ),
  ),
);

const emulator = await useEmulator();
beforeEach(() => {
  emulator.addSubject(SHOP);
});

/** Nightly backups, the newest first; their IDs say nothing about their age. */
function haveBackups(count: number): string[] {
  const ids = Array.from({ length: count }, (_, night) => String(((night * 7919) % 10_007) + 100));
  emulator.add(...ids.map((id, night) => backup(id, 5 + 24 * night)));
  return ids;
}

describe.each([0, 1, PAGE_SIZE, PAGE_SIZE + 1])("%i backups", (count) => {
  test.each(modes)("are all listed once, newest first: $order, $timeFilter, $pageCap, $counters", async (mode) => {
    emulator.setModes(mode);
    const ids = haveBackups(count);
    const found = await call(openSession(emulator), "getBackups", { dbInstanceId: SHOP, pageSize: PAGE_SIZE });
    expect(found.ids).toEqual(ids);
    expect(found.backups).toHaveLength(count);
  });
});

test("1000 backups are all listed once, newest first, in every mode", { timeout: 120_000 }, async () => {
  const ids = haveBackups(1000);
  for (const mode of modes) {
    emulator.setModes(mode);
    const found = await call(openSession(emulator), "getBackups", { dbInstanceId: SHOP, pageSize: 100 });
    expect(found.ids, JSON.stringify(mode)).toEqual(ids);
  }
});

test.each(modes)("the newest is found: $order, $timeFilter, $pageCap, $counters", async (mode) => {
  emulator.setModes(mode);
  const [newest] = haveBackups(40);
  const found = await call(openSession(emulator), "getLatestBackup", { dbInstanceId: SHOP });
  expect(found).toMatchObject({ backupId: newest, recoveryPointTime: "2026-08-10T07:00:30Z", usable: true });
});

const forms = (["wrapper", "single", "bareObject", "bareArray"] as const).flatMap((list) =>
  (["documented", "wrapper", "array", "text"] as const).map((empty) => ({ list, empty })),
);

test.each(forms)("every form of a list is understood: $list, $empty", async (form) => {
  emulator.setModes(form);
  for (const count of [0, 1, 2]) {
    emulator.reset();
    emulator.addSubject(SHOP);
    emulator.setModes(form);
    const ids = haveBackups(count);
    expect((await call(openSession(emulator), "getBackups", { dbInstanceId: SHOP })).ids).toEqual(ids);
  }
});
