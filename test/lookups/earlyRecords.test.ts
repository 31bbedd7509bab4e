import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, backupRow, replyWith, SHOP } from "../support/fixtures/backups.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

/** The records that come early, pass by pass. */
function recorder() {
  const passes: JsonObject[][] = [];
  return {
    passes,
    earlyRecords: {
      beginPass: () => {
        passes.push([]);
      },
      add: (records: readonly JsonObject[]) => {
        passes.at(-1)?.push(...records);
      },
    },
  };
}

/** A hundred old rows on page one, and on page two one that is a minute old and so large by now. */
function injectPass(size: number): void {
  const young = backupRow("young", 1 / 60, { BackupSize: size });
  const old = Array.from({ length: 100 }, (_, index) => backupRow(String(index), 500 - index));
  emulator.inject(replyWith(101, old), replyWith(101, [young]));
}

test("what is told of a list while it is read are the very records that are returned", async () => {
  for (let number = 1; number <= 240; number++) emulator.add(backup(String(number), 100 + number));
  const { passes, earlyRecords } = recorder();
  const { backups } = await call({ ...openSession(emulator), earlyRecords }, "getBackups", { dbInstanceId: SHOP });
  const returned: ReadonlySet<unknown> = new Set(Array.isArray(backups) ? backups : []);
  // Page one is told of by its answer alone.
  expect(passes.map((records) => records.length)).toEqual([140]);
  expect(passes[0]?.every((record) => returned.has(record))).toBe(true);
});

test("a list that is read again begins anew: nothing of an earlier pass is kept for the answer", async () => {
  emulator.addSubject(SHOP);
  for (const size of [1, 2, 3, 3]) injectPass(size);
  const { passes, earlyRecords } = recorder();
  const { backups } = await call({ ...openSession(emulator), earlyRecords }, "getBackups", { dbInstanceId: SHOP });
  expect(passes.map((records) => records.map(({ backupSize }) => backupSize))).toEqual([[1], [2], [3], [3]]);
  expect(Array.isArray(backups) && backups[0] === passes[3]?.[0]).toBe(true);
});

test("who is gone is told nothing more, though others go on with the reading", async () => {
  for (let number = 1; number <= 240; number++) emulator.add(backup(String(number), 100 + number));
  const { passes, earlyRecords } = recorder();
  const [session, gone] = [openSession(emulator), new AbortController()];
  const first = failure(call({ ...session, earlyRecords, signal: gone.signal }, "getBackups", { dbInstanceId: SHOP }));
  const second = call(session, "getBackups", { dbInstanceId: SHOP });
  while (emulator.requests().length === 0) await nextTurn();
  gone.abort();
  await first;
  expect((await second).ids).toHaveLength(240);
  expect(emulator.requests()).toHaveLength(3);
  expect(passes).toEqual([[]]);
});
