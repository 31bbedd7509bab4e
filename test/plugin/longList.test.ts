import { expect, test } from "vitest";
import { DAY } from "../support/fixtures/backups.ts";
import { longList } from "../support/fixtures/longList.ts";
import { usePlugin } from "../support/plugin/usePlugin.ts";

const { emulator, plugin } = await usePlugin();
const INSTANCE = "rm-bp1longlist0001";
const COUNT = 250;

/** A backup a day, the newest of them so many days old; each has a size of its own. */
function addDaily(youngestDays: number): void {
  const youngestAt = emulator.now() - youngestDays * DAY;
  emulator.add(...longList({ instance: INSTANCE, count: COUNT, youngestAt, everyMs: DAY }));
}

test.each([
  ["of one reading", 2],
  ["that is read twice, as its newest rows may have come meanwhile", 0.1],
])("a list of nine pages %s: every row once, each with what is its own", async (_, youngestDays) => {
  addDaily(youngestDays);

  const { result } = await plugin.invoke("rds:getBackups", { dbInstanceId: INSTANCE, pageSize: 30 });

  const ids = Array.from({ length: COUNT }, (_, index) => String(1000 + index));
  expect(result.ids).toEqual(ids);
  expect(result.backups).toEqual(
    ids.map((backupId, index) =>
      expect.objectContaining({ backupId, backupSize: 5000 + index, region: "cn-hangzhou" }),
    ),
  );
});

test("a list of one state, which is read twice in any case", async () => {
  addDaily(2);
  emulator.change({ id: "1003" }, { BackupStatus: "Failed" });

  const args = { dbInstanceId: INSTANCE, pageSize: 30, backupStatus: "Success" };
  const { result } = await plugin.invoke("rds:getBackups", args);

  expect(result.ids).toHaveLength(COUNT - 1);
  expect(result.backups).toHaveLength(COUNT - 1);
  expect(result.ids).not.toContain("1003");
});
