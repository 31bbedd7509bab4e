import { describe, expect, test, vi } from "vitest";
import { demoCredentials } from "../../emulator/index.ts";
import { openClient } from "../../provider/client/openClient.ts";
import { CancelledError } from "../../provider/core/errors/CancelledError.ts";
import { realHost } from "../../provider/core/realHost.ts";
import { evaluateGate } from "../../provider/gates/evaluateGate.ts";
import { SharedReadings } from "../../provider/lookups/SharedReadings.ts";
import { backupRow, SHOP } from "../support/fixtures/backups.ts";
import { gateNamed } from "../support/lookups/gates.ts";
import { call, failure } from "../support/lookups/lookups.ts";
import { httpReply, type RawServer, startRawServer } from "../support/network/rawServer.ts";

/** On the machine's own clock, with time-outs of ten minutes: what the signal does not end outlasts the test. */
function realSession(url: string) {
  const stop = new AbortController();
  const { signal } = stop;
  const warn = () => undefined;
  const timeouts = { clientReadTimeout: 600_000, clientConnectTimeout: 600_000 };
  const settings = { region: "cn-hangzhou", ...demoCredentials.owner, endpoints: { rds: url }, ...timeouts };
  const client = openClient({ settings, host: realHost, signal, warn });
  return { client, host: realHost, signal, warn, readings: new SharedReadings<never>(), cancel: () => stop.abort() };
}

type Session = ReturnType<typeof realSession>;

const page = JSON.stringify({ TotalRecordCount: 1, Items: { Backup: [backupRow("1", 5)] } });
const throttled = httpReply('{"Code":"Throttling.User","Message":"slow down"}', { "x-acs-retry-after": "600000" });
const failing = httpReply('{"Code":"InternalError","Message":"wait"}', { "x-acs-retry-after": "600000" });

const lookUp = (session: Session, dbInstanceId = SHOP) => call(session, "getLatestBackup", { dbInstanceId });
const received = (server: RawServer, count: number) => vi.waitFor(() => expect(server.requests()).toBe(count), 10_000);

describe("F33: Cancel ends what is in flight, in every state", () => {
  test.each<readonly [string, Buffer]>([
    ["before the reply", Buffer.alloc(0)],
    ["in the reply", httpReply(page).subarray(0, -10)],
  ])("%s: the connection is closed, too", async (_, reply) => {
    await using server = await startRawServer((socket) => void socket.write(reply));
    const session = realSession(server.url);
    const lookup = failure(lookUp(session));
    await received(server, 1);
    session.cancel();
    expect(await lookup).toBeInstanceOf(CancelledError);
    await vi.waitFor(() => expect(server.connections()).toBe(0), 10_000);
  });

  test.each<readonly [string, Buffer]>([
    ["after a failure", failing],
    ["that the service asked for", throttled],
  ])("in a pause %s", async (_, reply) => {
    await using server = await startRawServer((socket) => void socket.write(reply));
    const session = realSession(server.url);
    const lookup = failure(lookUp(session));
    await received(server, 1);
    // Long enough for it to get as far as the pause, nearly always: otherwise it is cancelled before.
    await new Promise((resolve) => setTimeout(resolve, 50));
    session.cancel();
    expect(await lookup).toBeInstanceOf(CancelledError);
    expect(server.requests()).toBe(1);
    session.client.close();
  });

  test("while it connects", async () => {
    // It takes the connection, and never answers in TLS.
    await using server = await startRawServer(() => undefined);
    const session = realSession(server.url.replace("http:", "https:"));
    const lookup = failure(lookUp(session));
    await vi.waitFor(() => expect(server.connections()).toBe(1), 10_000);
    session.cancel();
    expect(await lookup).toBeInstanceOf(CancelledError);
    await vi.waitFor(() => expect(server.connections()).toBe(0), 10_000);
  });

  test("while it waits for its turn", async () => {
    await using server = await startRawServer(() => undefined);
    const session = realSession(server.url);
    const lookups = Promise.all([1, 2, 3, 4, 5, 6, 7].map((each) => failure(lookUp(session, `rm-${each}`))));
    await received(server, 5);
    session.cancel();
    for (const error of await lookups) expect(error).toBeInstanceOf(CancelledError);
    expect(server.requests()).toBe(5);
  });

  test("while a gate waits", async () => {
    await using server = await startRawServer((socket) => void socket.write(httpReply(page)));
    const session = realSession(server.url);
    const { promise: line, resolve: status } = Promise.withResolvers<string>();
    const inputs = { values: { dbInstanceId: SHOP, maxAge: "1m", waitFor: "2h" }, unknown: new Set<string>() };
    const withSession = <T>(work: (each: Session) => Promise<T>) => work(session);
    const options = { phase: "up", properties: undefined, status, withSession } as const;
    const gate = evaluateGate(gateNamed("BackupGate"), inputs, options);
    expect(await line).toMatch(/^look 1, /);
    session.cancel();
    expect(await gate).toMatchObject({ kind: "refused", waitEnd: { kind: "cancelled" } });
    session.client.close();
  });
});
