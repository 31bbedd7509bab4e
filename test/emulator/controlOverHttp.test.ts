import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { ask, backupsOf, idsOf, read } from "./ask.ts";

const HOUR = 3_600_000;
const shop = "rm-bp1shop0healthy01";

const emulator = await useEmulator(() => startEmulator({ clock: { now: () => Date.parse("2026-08-01T06:00:00Z") } }));

async function newestOf(instance: string): Promise<string | undefined> {
  return idsOf(await ask(emulator, backupsOf(instance)))[0];
}

async function control(method: string, path: string, body?: unknown) {
  const reply = await read(
    fetch(`${emulator.url}/_emulator${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) }),
  );
  return { status: reply.status, ...JSON.parse(reply.text) };
}

test("records can be added, changed, aged, repeated and removed", async () => {
  const row = {
    BackupId: "7",
    DBInstanceId: "rm-http",
    BackupStartTime: "2026-07-31T00:00:00Z",
    BackupEndTime: "2026-07-31T01:00:00Z",
  };
  const [action, subject] = ["DescribeBackups", "rm-http"];

  expect(await control("POST", "/records", { action, subject, row })).toEqual({ status: 201, added: 1 });
  expect(await control("PATCH", "/records", { subject, set: { BackupStatus: "Failed" } })).toEqual({
    status: 200,
    changed: 1,
  });
  expect(await control("POST", "/records/age", { subject, ms: HOUR })).toEqual({ status: 200, changed: 1 });
  expect(emulator.records({ subject })[0]?.row).toMatchObject({
    BackupStatus: "Failed",
    BackupStartTime: "2026-07-30T23:00:00Z",
  });
  expect(await control("POST", "/records/repeat", { subject, set: { BackupStatus: "Success" } })).toMatchObject({
    status: 201,
    row: { BackupId: "8", BackupStartTime: "2026-08-01T05:00:00Z", BackupStatus: "Success" },
  });
  expect(await control("DELETE", `/records?subject=${subject}&newest=1`)).toEqual({ status: 200, removed: 1 });
  expect(await newestOf(subject)).toBe("7");
  expect(await control("POST", "/subjects", { subject: "rm-none" })).toEqual({ status: 201, added: 1 });
  expect(await newestOf("rm-none")).toBeUndefined();
});

test("clock, modes, faults and requests can be seen and set", async () => {
  expect(await control("POST", "/clock", { advance: HOUR })).toMatchObject({ now: "2026-08-01T07:00:00.000Z" });
  expect(await control("PATCH", "/modes", { order: "asc" })).toMatchObject({
    modes: { order: "asc", counters: "number" },
  });
  expect(await control("GET", "")).toMatchObject({ now: "2026-08-01T07:00:00.000Z", modes: { order: "asc" } });

  expect(await control("POST", "/faults", [{ kind: "internalError" }, { kind: "html" }])).toMatchObject({ added: 2 });
  expect((await ask(emulator, backupsOf(shop))).status).toBe(500);
  await control("DELETE", "/faults");
  expect((await ask(emulator, backupsOf(shop))).status).toBe(200);

  const received = await fetch(`${emulator.url}/_emulator/requests`);
  expect(await received.json()).toMatchObject([{ status: 500, fault: "internalError" }, { status: 200 }]);
  await control("DELETE", "/requests");
  expect(emulator.requests()).toEqual([]);
  expect(await control("POST", "/reset")).toMatchObject({ now: "2026-08-01T06:00:00.000Z", modes: { order: "desc" } });
});

test.each([
  ["PATCH", "/modes", { order: "newest" }, "order"],
  ["POST", "/faults", { kind: "nope" }, '"nope" is no kind of fault'],
  ["POST", "/faults", { kind: "drip", bytes: 0, everyMs: 1 }, "at bytes"],
  ["POST", "/faults", { kind: "html", probability: 2 }, "at probability"],
  ["POST", "/faults", { kind: "case", number: "A63" }, "The catalogue has no A63."],
  ["POST", "/faults", { kind: "case", number: "A9", variant: "x" }, "A9 has no variant x. It has text, null."],
  ["PATCH", "/records", { subjct: shop, set: {} }, "subjct"],
  ["DELETE", "/records?subject=rm-typo", undefined, "rm-typo"],
  ["POST", "/clock", "soon", "expected object"],
] as const)("%s %s with %o is refused and says why", async (method, path, body, why) => {
  expect(await control(method, path, body)).toEqual({ status: 400, error: expect.stringContaining(why) });
});

test("the catalogue can be read, and a case of it injected with a scope", async () => {
  const catalogue = await (await fetch(`${emulator.url}/_emulator/catalogue`)).json();
  expect(catalogue).toContainEqual({ number: "A9", about: expect.any(String), variants: ["text", "null"] });
  await control("POST", "/faults", { kind: "case", number: "A9", variant: "null", subject: shop, skip: 1 });
  expect((await ask(emulator, backupsOf(shop))).body).not.toMatchObject({ Items: { Backup: null } });
  expect((await ask(emulator, backupsOf(shop))).body).toMatchObject({ Items: { Backup: null } });
});

test("an outage refuses connections for so long", async () => {
  expect(await control("POST", "/outage", { ms: 100 })).toMatchObject({ ms: 100 });
  const tries = () =>
    fetch(`${emulator.url}/_emulator`).then(
      ({ status }) => status,
      () => "refused",
    );
  await expect.poll(tries, { interval: 10, timeout: 10_000 }).toBe("refused");
  await expect.poll(tries, { interval: 10, timeout: 10_000 }).toBe(200);
});
