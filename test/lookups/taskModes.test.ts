import { describe, expect, test } from "vitest";
import type { EmulatorRecord, FieldChanges, ModeChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import {
  BILL,
  backupSetDownload,
  downloadTask,
  ERP,
  migrateTask,
  ossDownload,
  PLAN,
} from "../support/fixtures/tasks.ts";
import { call, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

interface Kind {
  readonly name: string;
  readonly subject: string;
  readonly given: JsonObject;
  readonly make: (id: string, hoursAgo: number, changes?: FieldChanges) => EmulatorRecord;
  readonly status: string;
}

const file: Kind["make"] = (id, hoursAgo, changes) => {
  const { row } = migrateTask(id, hoursAgo);
  return ossDownload("1", id, { CreateTime: row.CreateTime, EndTime: "", ...changes });
};
const kinds: readonly Kind[] = [
  { name: "MigrateTask", subject: ERP, given: { dbInstanceId: ERP }, make: migrateTask, status: "Status" },
  {
    name: "OssDownload",
    subject: ERP,
    given: { dbInstanceId: ERP, migrateTaskId: "1" },
    make: file,
    status: "Status",
  },
  { name: "DownloadTask", subject: BILL, given: { dbInstanceId: BILL }, make: downloadTask, status: "DownloadStatus" },
  {
    name: "BackupSetDownloadTask",
    subject: PLAN,
    given: { backupPlanId: PLAN },
    make: backupSetDownload,
    status: "BackupSetDownloadStatus",
  },
];

/** What is not known about the service. */
const modes: readonly ModeChanges[] = [
  {},
  { order: "asc", counters: "text" },
  { order: "shuffled", pageCap: 7 },
  { timeFilter: "end", order: "asc", pageCap: 29 },
  { order: "shuffled", timeFilter: "end", counters: "text", dateHeader: "absent" },
];
const forms: readonly ModeChanges[] = (["wrapper", "single", "bareObject", "bareArray"] as const).flatMap((list) =>
  (["documented", "wrapper", "array", "text"] as const).map((empty) => ({ list, empty })),
);

describe.each(kinds)("$name", ({ name, subject, given, make, status }) => {
  /** One an hour, the newest first; their IDs say nothing about their age. */
  function have(count: number): string[] {
    const ids = Array.from({ length: count }, (_, n) => String(((n * 7919) % 10_007) + 100));
    emulator.addSubject(subject);
    emulator.add(...ids.map((id, n) => make(id, n + 1)));
    return ids;
  }
  const list = async () => (await call(openSession(emulator), `get${name}s`, given)).ids;

  test.each(modes)("all are listed once, newest first: %j", async (mode) => {
    for (const count of [0, 1, 100, 101]) {
      emulator.reset();
      emulator.setModes(mode);
      const ids = have(count);
      expect(await list()).toEqual(ids);
    }
  });

  test.each(forms)("every form of a list is understood: $list, $empty", async (form) => {
    for (const count of [0, 1, 2]) {
      emulator.reset();
      emulator.setModes(form);
      const ids = have(count);
      expect(await list()).toEqual(ids);
    }
  });

  test.each(modes)("the newest good one, one by its ID and the verdict: %j", async (mode) => {
    emulator.setModes(mode);
    const [newest, second, third] = have(40);
    emulator.change({ id: newest ?? "" }, { [status]: "?" });
    const session = openSession(emulator);
    expect(await call(session, `getLatest${name}`, given)).toMatchObject({ usable: true, ...identity(second) });
    expect(await call(session, `get${name}`, { ...given, ...identity(third) })).toMatchObject(identity(third));
    const more = name === "OssDownload" ? { expectedFiles: 40 } : {};
    expect(await call(session, `get${name}Readiness`, { ...given, ...more })).toMatchObject({ verdict: "unknown" });
    emulator.remove({ id: newest ?? "" });
    const fewer = name === "OssDownload" ? { expectedFiles: 39 } : {};
    expect(await call(session, `get${name}Readiness`, { ...given, ...fewer })).toMatchObject({ verdict: "pass" });
  });

  /** The ID under the name that this kind gives it. */
  function identity(id: string | undefined): JsonObject {
    const property = { MigrateTask: "migrateTaskId", OssDownload: "fileName", DownloadTask: "taskId" }[name];
    return { [property ?? "backupSetDownloadTaskId"]: id ?? "" };
  }
});
