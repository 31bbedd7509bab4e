import { expect, test } from "vitest";
import { type Fault, startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { ask, backupsOf, idsOf } from "./ask.ts";

const shop = "rm-bp1shop0healthy01";

const emulator = await useEmulator(startEmulator);

function askOnce(instance = shop) {
  return ask(emulator, backupsOf(instance));
}

test("a fault happens once and is over", async () => {
  emulator.inject({ kind: "internalError" });
  expect(await askOnce()).toMatchObject({ status: 500, body: { Code: "InternalError" } });
  expect((await askOnce()).status).toBe(200);
});

test("a fault may begin later and last longer", async () => {
  emulator.inject({ kind: "unavailable", skip: 1, times: 2 });
  const statuses = [await askOnce(), await askOnce(), await askOnce(), await askOnce()].map(({ status }) => status);
  expect(statuses).toEqual([200, 503, 503, 200]);
});

test("faults come in the order in which they were injected", async () => {
  emulator.inject({ kind: "internalError" }, { kind: "unavailable" });
  expect([(await askOnce()).status, (await askOnce()).status]).toEqual([500, 503]);
});

test("a fault of another operation, and a refused request, leave it alone", async () => {
  emulator.inject({ kind: "internalError", action: "DescribeMigrateTasks" }, { kind: "unavailable" });
  expect((await askOnce("rm-bp1nobody")).status).toBe(404);
  expect((await askOnce()).status).toBe(503);
  expect((await askOnce()).status).toBe(200);
});

test("cleared faults never happen", async () => {
  emulator.inject({ kind: "internalError" });
  emulator.clearFaults();
  expect((await askOnce()).status).toBe(200);
});

test.each<[Fault, number, Record<string, unknown>, string | null]>([
  [{ kind: "throttle" }, 400, { Code: "Throttling.User" }, null],
  [{ kind: "throttle", retryAfter: 250 }, 400, { Code: "Throttling.User" }, "250"],
  [
    { kind: "throttle", status: 503, code: "ServiceUnavailable", retryAfter: "soon" },
    503,
    { Code: "ServiceUnavailable" },
    "soon",
  ],
  [{ kind: "error", status: 403, code: "IncorrectDBInstanceState" }, 403, { Code: "IncorrectDBInstanceState" }, null],
  [{ kind: "noCode" }, 500, { Message: expect.any(String) }, null],
])("%o is answered with %i", async (fault, status, body, retryAfter) => {
  emulator.inject(fault);
  const reply = await askOnce();
  expect(reply).toMatchObject({ status, body });
  expect(reply.headers.get("x-acs-retry-after")).toBe(retryAfter);
});

test.each<[Fault, number, RegExp]>([
  [{ kind: "unavailable" }, 503, /^<html>/],
  [{ kind: "html" }, 200, /^<html>/],
  [{ kind: "xmlError" }, 400, /^<\?xml.*\n<Error>.*<Code>ServiceUnavailable<\/Code>/],
  [{ kind: "empty" }, 200, /^$/],
  [{ kind: "empty", status: 204 }, 204, /^$/],
  [{ kind: "redirect", location: "http://127.0.0.1:1/" }, 302, /^$/],
  [{ kind: "reply", status: 418, headers: { "content-type": "text/plain" }, body: "tea" }, 418, /^tea$/],
])("%o is sent with %i", async (fault, status, text) => {
  emulator.inject(fault);
  expect(await askOnce()).toMatchObject({ status, text: expect.stringMatching(text) });
});

test("a redirect names the other place", async () => {
  emulator.inject({ kind: "redirect", location: "http://127.0.0.1:1/" });
  expect((await askOnce()).headers.get("location")).toBe("http://127.0.0.1:1/");
});

test("a truncated reply is no JSON", async () => {
  emulator.inject({ kind: "truncated" });
  await expect(askOnce()).rejects.toThrow(SyntaxError);
});

test.each<Fault>([
  { kind: "wrongLength" },
  { kind: "reset", when: "beforeHeaders" },
  { kind: "reset", when: "midBody" },
  { kind: "gzip", broken: true },
])("after %o there is no whole reply", async (fault) => {
  emulator.inject(fault);
  await expect(askOnce()).rejects.toThrow(/fetch failed|terminated/);
  expect((await askOnce()).status).toBe(200);
});

test.each<Fault>([{ kind: "gzip" }, { kind: "drip", bytes: 20_000, everyMs: 5 }])(
  "%o brings the true reply all the same",
  async (fault) => {
    emulator.inject(fault);
    expect(idsOf(await askOnce())).toHaveLength(30);
  },
);

test.each(["beforeHeaders", "midBody"] as const)(
  "a reply that stalls %s never ends, until the emulator does",
  async (when) => {
    await using stalling = await startEmulator();
    stalling.inject({ kind: "stall", when });
    let ended = false;
    const reply = ask(stalling, backupsOf(shop)).finally(() => {
      ended = true;
    });
    const failure = expect(reply).rejects.toThrow(/fetch failed|terminated/);
    await expect.poll(() => stalling.requests().length).toBe(1);
    expect(ended).toBe(false);
    await stalling.close();
    await failure;
  },
);

test("a hook may rewrite the JSON before it is sent", async () => {
  emulator.inject({ kind: "rewrite", rewrite: (body) => ({ ...body, Items: "", Success: "true" }) });
  expect((await askOnce()).body).toMatchObject({ TotalRecordCount: 39, Items: "", Success: "true" });
});

test("a hook may rewrite its text, for what no parser keeps", async () => {
  const rewrite = (text: string) => text.replace(/"BackupId":"\d+"/g, '"BackupId":12345678901234567890');
  emulator.inject({ kind: "rewriteText", rewrite });
  expect((await askOnce()).text).toContain('"BackupId":12345678901234567890');
});

test("requests remember which fault they met", async () => {
  emulator.inject({ kind: "html" });
  await askOnce();
  await askOnce();
  expect(emulator.requests().map(({ fault }) => fault)).toEqual(["html", undefined]);
});
