import { once } from "node:events";
import { Agent, get, IncomingMessage } from "node:http";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { demoCredentials, type Fault, type FaultScope, startEmulator } from "../../emulator/index.ts";
import { backup, SHOP } from "../support/fixtures/backups.ts";
import { backupSetDownload, PLAN } from "../support/fixtures/tasks.ts";
import { signV2 } from "../support/network/signV2.ts";
import { type Answer, ask, backupsOf } from "./ask.ts";

const OTHER = "rm-bp1other";
const emulator = await startEmulator({ seeds: [] });
beforeEach(() => {
  emulator.reset();
  emulator.addSubject(SHOP);
  emulator.addSubject(OTHER);
  emulator.addSubject(PLAN);
});
afterAll(() => emulator.close());

const shop = backupsOf(SHOP);
const secondPage = backupsOf(SHOP, { PageNumber: "2" });
const plan = (page: string) => ({
  Action: "DescribeBackupSetDownloadTaskList",
  Version: "2019-03-06",
  BackupPlanId: PLAN,
  PageNum: page,
});

type Request = Parameters<typeof ask>[1];
async function statusesOf(...requests: readonly Request[]): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const request of requests) statuses.push((await ask(emulator, request)).status);
  return statuses;
}

describe("a rule is for the requests in its scope", () => {
  const outage = (scope: FaultScope): Fault => ({ kind: "unavailable", times: "always", ...scope });
  test.each<[string, FaultScope, readonly Request[], readonly number[]]>([
    ["one instance", { subject: OTHER }, [shop, backupsOf(OTHER), shop], [200, 503, 200]],
    ["one operation", { action: "DescribeBackupSetDownloadTaskList" }, [shop, plan("0")], [200, 503]],
    ["one page", { page: 2 }, [shop, secondPage, shop, secondPage], [200, 503, 200, 503]],
    ["one page of those that count from 0", { page: 2 }, [plan("0"), plan("1"), plan("2")], [200, 503, 200]],
    ["from the third request on", { skip: 2 }, [shop, shop, shop, shop], [200, 200, 503, 503]],
    ["the third request", { skip: 2, times: 1 }, [shop, shop, shop, shop], [200, 200, 503, 200]],
    [
      "the second of one instance",
      { subject: SHOP, skip: 1, times: 1 },
      [shop, backupsOf(OTHER), shop],
      [200, 200, 503],
    ],
    ["all at once", { subject: SHOP, page: 2, times: 1 }, [shop, secondPage, secondPage], [200, 503, 200]],
  ])("%s", async (_, scope, requests, statuses) => {
    emulator.inject(outage(scope));
    expect(await statusesOf(...requests)).toEqual(statuses);
  });
});

test("the first rule that is due is met, and all that a request fits count it", async () => {
  emulator.inject({ kind: "internalError", skip: 1 }, { kind: "unavailable", times: 2 });
  expect(await statusesOf(shop, shop, shop, shop)).toEqual([503, 500, 503, 200]);
});

describe("chance", () => {
  const twenty = Array.from({ length: 20 }, () => shop);
  const outages = (scope: FaultScope) => {
    emulator.clearFaults();
    emulator.inject({ kind: "unavailable", times: "always", ...scope });
    return statusesOf(...twenty);
  };

  test("of 0 never comes, and of 1 always", async () => {
    expect(new Set(await outages({ probability: 0 }))).toEqual(new Set([200]));
    expect(new Set(await outages({ probability: 1 }))).toEqual(new Set([503]));
  });

  test("is the same with the same seed, and another with another", async () => {
    const first = await outages({ probability: 0.5, seed: 7 });
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await outages({ probability: 0.5, seed: 7 })).toEqual(first);
    expect(await outages({ probability: 0.5, seed: 8 })).not.toEqual(first);
  });
});

describe("an edit", () => {
  const edited = (...edits: Extract<Fault, { kind: "edit" }>["edits"]): Promise<Answer> => {
    emulator.add(backup("1", 2, { Links: [{ a: 1 }, { a: 2 }] }), backup("2", 1));
    emulator.inject({ kind: "edit", edits });
    return ask(emulator, backupsOf(SHOP));
  };

  test("sets a value in every row, and makes the place where there is none", async () => {
    const { body } = await edited({ at: "Items.Backup.*.Engine", value: "MySQL" }, { at: "A.B", value: [1] });
    expect(body).toMatchObject({ A: { B: [1] }, Items: { Backup: [{ Engine: "MySQL" }, { Engine: "MySQL" }] } });
  });
  test("sets one of many, and takes a place away", async () => {
    const { body } = await edited({ at: "Items.Backup.1.Links.0.a" }, { at: "Items.Backup.0" });
    expect(body).toMatchObject({ Items: { Backup: [{ BackupId: "1", Links: [{}, { a: 2 }] }] } });
  });
  test("writes what JavaScript has no value for", async () => {
    const { text } = await edited({ at: "Items.Backup.0.BackupId", json: "12345678901234567891" });
    expect(text).toContain('"BackupId":12345678901234567891,');
  });
  test("replaces everything", async () => {
    const { text } = await edited({ at: "", json: '{"a":1e400}' });
    expect(text).toBe('{"a":1e400}');
  });
});

describe("a page that is another than was asked for", () => {
  const ids = async (request: Request) => {
    const rows: unknown = (await ask(emulator, request)).body.Items;
    return [...JSON.stringify(rows).matchAll(/"BackupId":"(\d+)"/g)].map(([, id]) => Number(id));
  };
  const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n);
  beforeEach(() => emulator.add(...upTo(1, 70).map((id) => backup(String(id), id))));

  test.each<[string, Fault, readonly number[]]>([
    ["instead", { kind: "page", instead: 1 }, upTo(1, 30)],
    ["shifted down", { kind: "page", shift: -1 }, upTo(30, 59)],
    ["shifted up", { kind: "page", shift: 2 }, upTo(33, 62)],
    ["of another size", { kind: "page", size: 7 }, upTo(8, 14)],
    ["without rows", { kind: "page", rows: 0 }, []],
  ])("%s", async (_, fault, expected) => {
    emulator.inject(fault);
    expect(await ids(backupsOf(SHOP, { PageNumber: "2", PageSize: "30" }))).toEqual(expected);
  });

  test("with another total", async () => {
    emulator.inject({ kind: "page", total: 5 });
    expect((await ask(emulator, shop)).body).toMatchObject({ TotalRecordCount: 5 });
  });
});

test("a reset may be for connections that were used before alone", async () => {
  emulator.inject({ kind: "reset", when: "beforeHeaders", reusedConnection: true });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect(await statusOver(agent)).toBe(200);
  await expect(statusOver(agent)).rejects.toThrow("ECONNRESET");
  expect(await statusOver(agent)).toBe(200);
  agent.destroy();
});

/** One request on a connection of this agent. */
async function statusOver(agent: Agent): Promise<number | undefined> {
  const query = new URLSearchParams(signV2("GET", demoCredentials.owner, shop));
  const [response] = await once(get(`${emulator.url}/?${query}`, { agent }), "response");
  if (!(response instanceof IncomingMessage)) throw new Error("no response");
  response.resume();
  await once(response, "end");
  return response.statusCode;
}

test("a byte order mark is sent before the JSON", async () => {
  emulator.inject({ kind: "bom" });
  const body = new URLSearchParams(signV2("POST", demoCredentials.owner, shop));
  const reply = await fetch(emulator.url, { method: "POST", body });
  expect([...new Uint8Array(await reply.arrayBuffer())].slice(0, 4)).toEqual([0xef, 0xbb, 0xbf, "{".charCodeAt(0)]);
});

test("a delayed reply is the true one", async () => {
  emulator.add(backupSetDownload("b1", 1));
  emulator.inject({ kind: "delay", ms: 5 }, { kind: "delay", ms: 5, when: "midBody" });
  const replies = [await ask(emulator, plan("0")), await ask(emulator, plan("0"))];
  expect(replies.map(({ body }) => body.TotalElements)).toEqual([1, 1]);
});

test("what is not written as its type says is refused when it is injected", () => {
  const wrong = JSON.parse('{"kind":"drip","bytes":"many","everyMs":1}');
  expect(() => emulator.inject(wrong)).toThrow("bytes");
});
