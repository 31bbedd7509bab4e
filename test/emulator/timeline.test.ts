import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { migrateTask } from "../support/fixtures/tasks.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { ask } from "./ask.ts";

const MINUTE = 60_000;
const start = Date.parse("2026-08-10T12:00:30Z");

const emulator = await useEmulator(() => startEmulator({ seeds: [], clock: { now: () => start } }));

const timeline = [
  { after: 30 * MINUTE, set: { Status: "Success", EndTime: "2026-08-10T12:30:30Z" } },
  { after: 10 * MINUTE, set: { Status: "Running" } },
];
const add = () => emulator.add({ ...migrateTask("1", 1, { Status: "NoStart", EndTime: "" }), timeline });
const status = () => emulator.records({ id: "1" })[0]?.row.Status;
const row = () => emulator.records({ id: "1" })[0]?.row;

test("a record takes its steps as the clock goes on, each when it is due", () => {
  add();
  expect(status()).toBe("NoStart");
  emulator.advance(10 * MINUTE - 1);
  expect(status()).toBe("NoStart");
  emulator.advance(1);
  expect(status()).toBe("Running");
  emulator.advance(20 * MINUTE);
  expect(row()).toMatchObject({ Status: "Success", EndTime: "2026-08-10T12:30:30Z" });
});

test("several steps at once end in the last of them", () => {
  add();
  emulator.advance(31 * MINUTE);
  expect(status()).toBe("Success");
});

test("time counts from when the record was added", () => {
  emulator.advance(60 * MINUTE);
  add();
  expect(status()).toBe("NoStart");
  emulator.advance(10 * MINUTE);
  expect(status()).toBe("Running");
});

test("a change by hand stands until the next step", () => {
  add();
  emulator.advance(10 * MINUTE);
  emulator.change({ id: "1" }, { Status: "Waiting" });
  emulator.advance(5 * MINUTE);
  expect(status()).toBe("Waiting");
  emulator.advance(15 * MINUTE);
  expect(status()).toBe("Success");
});

test("ageing a record moves what will become of it, not when", () => {
  add();
  emulator.age({ id: "1" }, 60 * MINUTE);
  expect(status()).toBe("NoStart");
  emulator.advance(30 * MINUTE);
  expect(row()).toMatchObject({ Status: "Success", EndTime: "2026-08-10T11:30:30Z" });
});

test("without a timeline nothing moves", () => {
  emulator.add(migrateTask("1", 1, { Status: "Running" }));
  emulator.advance(365 * 24 * 60 * MINUTE);
  expect(status()).toBe("Running");
});

test("a copy has no timeline of its own", () => {
  add();
  emulator.repeat({ id: "1" });
  emulator.advance(30 * MINUTE);
  expect(emulator.records({ id: "2" })[0]?.row.Status).toBe("NoStart");
});

test("it can be given over HTTP, and misspelt it is refused", async () => {
  const post = (body: object) =>
    fetch(`${emulator.url}/_emulator/records`, { method: "POST", body: JSON.stringify(body) });
  const record = migrateTask("1", 1, { Status: "NoStart" });
  expect((await post({ ...record, timeline })).status).toBe(201);
  emulator.advance(10 * MINUTE);
  expect(status()).toBe("Running");
  expect((await post({ ...record, timeline: [{ at: 1, set: {} }] })).status).toBe(400);
});

test("reset begins anew", async () => {
  const seed = {
    about: "",
    asOf: "2026-08-09T12:00:30Z",
    subject: "rm-bp1erp",
    region: "cn-beijing",
    records: [{ action: "DescribeMigrateTasks", row: migrateTask("1", 1, { Status: "NoStart" }).row, timeline }],
  };
  await using seeded = await startEmulator({ seeds: [seed], clock: { now: () => start } });
  const now = () => seeded.records({ id: "1" })[0]?.row;
  seeded.advance(30 * MINUTE);
  // Moved by a day, as all of the seed.
  expect(now()).toMatchObject({ Status: "Success", EndTime: "2026-08-11T12:30:30Z" });
  seeded.reset();
  expect(now()).toMatchObject({ Status: "NoStart" });
});

test("an instance can be put in a region over HTTP", async () => {
  const body = JSON.stringify({ subject: "rm-bp1bill", region: "cn-beijing" });
  expect((await fetch(`${emulator.url}/_emulator/subjects`, { method: "POST", body })).status).toBe(201);
  const parameters = { Action: "DescribeDownloadTask", Version: "2021-01-01", InstanceName: "rm-bp1bill" };
  const code = async (RegionCode: string) => (await ask(emulator, { ...parameters, RegionCode })).body.Code;
  expect(await code("cn-beijing")).toBe("Success");
  expect(await code("cn-hangzhou")).toBe("Forbidden.InstanceNotFound");
});
