import { beforeEach, describe, expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import { createCredentialCache } from "../../provider/client/credentials/createCredentialCache.ts";
import { CallError } from "../../provider/core/errors/CallError.ts";
import { CancelledError } from "../../provider/core/errors/CancelledError.ts";
import { backup, HOUR, NOW, SHOP } from "../support/fixtures/backups.ts";
import { handedOut, keyReply, temporaryKey } from "../support/fixtures/temporaryKeys.ts";
import { fakeHost } from "../support/lookups/fakeHost.ts";
import { evaluateGate } from "../support/lookups/gates.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { type AnsweringServer, type Reply, startAnswering } from "../support/network/answeringServer.ts";
import { directConnections } from "../support/network/directConnections.ts";

const emulator = await useEmulator(() =>
  startEmulator({
    seeds: [],
    clock: { now: () => NOW },
    modes: { timestamps: "unchecked" },
    credentials: [demoCredentials.owner, temporaryKey(0), temporaryKey(1), temporaryKey(2)],
  }),
);
beforeEach(() => {
  emulator.add(...["1", "2", "3", "4"].map((id) => backup(id, Number(id) * 5)));
});

const args = { dbInstanceId: SHOP };
const planted = "plantedSecretOfTheHelper";

/** A helper that hands out key 0, then 1 and so on, each valid so long. */
const helper = (validMs = HOUR) => startAnswering((_, before) => ({ body: keyReply(before, NOW + validMs) }));

/** The key comes from this helper, and from nowhere else. */
function sessionWith({ url }: Pick<AnsweringServer, "url">, maxRetryTimeout = 60) {
  const credentialsUri = `${url}/sts?token=${planted}`;
  return openSession(emulator, {
    settings: { accessKey: undefined, secretKey: undefined, credentialsUri, maxRetryTimeout },
  });
}

const signedWith = () => emulator.requests().map(({ parameters }) => parameters.AccessKeyId);

describe("a key from a URI", () => {
  test("signs", async () => {
    await using server = await helper();
    expect(await call(sessionWith(server), "getLatestBackup", args)).toMatchObject({ backupId: "1" });
    expect(server.asked).toMatchObject([{ method: "GET", path: `/sts?token=${planted}` }]);
    expect(signedWith()).toEqual([temporaryKey(0).accessKey]);
  });

  test("signs without a token, when it is that of a user", async () => {
    const { SecurityToken: _, ...body } = keyReply(0, NOW + HOUR);
    await using server = await startAnswering(() => ({ body }));
    await failure(call(sessionWith(server), "getLatestBackup", args));
    expect(emulator.requests()[0]?.parameters).not.toHaveProperty("SecurityToken");
  });

  test("is fetched once for fifty lookups at a time, and kept while it is valid", async () => {
    await using server = await helper();
    const session = sessionWith(server);
    const others = Array.from({ length: 49 }, (_, index) => `rm-bp1other${index}`);
    emulator.add(...others.map((id) => ({ ...backup(id, 5, { DBInstanceId: id }), subject: id })));

    await Promise.all([SHOP, ...others].map((dbInstanceId) => call(session, "getLatestBackup", { dbInstanceId })));
    await call(session, "getBackups", args);

    expect(emulator.requests().length).toBeGreaterThan(50);
    expect(server.asked).toHaveLength(1);
  });

  test("that ends soon is replaced before it does", async () => {
    await using server = await helper(10 * 60_000);
    const session = sessionWith(server);
    await call(session, "getBackups", args);
    await session.host.sleep(6 * 60_000, session.signal);
    await call(session, "getBackups", args);
    await session.host.sleep(2 * 60_000, session.signal);
    await call(session, "getBackups", args);
    // With less than three minutes left, the second one was fetched.
    expect(signedWith()).toEqual([0, 0, 1].map((n) => temporaryKey(n).accessKey));
    expect(server.asked).toHaveLength(2);
  });

  test("is kept to its end when no new one can be had", async () => {
    await using server = await startAnswering((_, before) =>
      before === 0 ? { body: keyReply(0, NOW + 10 * 60_000) } : { status: 404, body: "gone" },
    );
    const session = sessionWith(server);
    await call(session, "getBackups", args);
    await session.host.sleep(9 * 60_000, session.signal);
    await call(session, "getBackups", args);
    expect(signedWith()).toEqual([0, 0].map((n) => temporaryKey(n).accessKey));

    await session.host.sleep(60_000, session.signal);
    expect((await failure(call(session, "getBackups", args))).message).toContain("it answered HTTP 404");
  });
});

describe("a key that expires in the middle of a list", () => {
  const expire = { kind: "error", status: 403, code: "InvalidSecurityToken.Expired", skip: 1 } as const;
  const list = { ...args, pageSize: 30 };
  beforeEach(() => {
    emulator.add(...Array.from({ length: 70 }, (_, index) => backup(String(100 + index), 200 + index)));
  });

  test("is replaced once, and the list goes on from the same page", async () => {
    await using server = await helper();
    emulator.inject(expire);
    const session = sessionWith(server);

    expect((await call(session, "getBackups", list)).ids).toHaveLength(74);

    expect(emulator.requests().map(({ parameters }) => parameters.PageNumber)).toEqual(["1", "2", "3", "2"]);
    const [first, second] = [temporaryKey(0).accessKey, temporaryKey(1).accessKey];
    // Page 3 was under way when page 2 was refused.
    expect(signedWith()).toEqual([first, first, first, second]);
    expect(session.host.sleeps).toEqual([]);
  });

  test("and is refused again: an error", async () => {
    await using server = await helper();
    emulator.inject({ ...expire, times: 100 });
    const error = await failure(call(sessionWith(server), "getBackups", list));
    expect(error).toMatchObject({ details: { kind: "credentials", code: "InvalidSecurityToken.Expired" } });
    expect(error.message).toContain(`has expired too: check credentialsUri (${server.url})`);
    expect(server.asked).toHaveLength(2);
  });

  test("is an error that says so when it was given and cannot be renewed", async () => {
    emulator.inject(expire);
    const session = openSession(emulator, { settings: demoCredentials.owner });
    const { message } = await failure(call(session, "getBackups", list));
    expect(message).toContain("What to do: the security token has expired, and nothing here can renew it");
    expect(message).toContain("in place of accessKey, secretKey and securityToken.");
    expect(emulator.requests()).toHaveLength(3);
  });
});

describe("no key comes from a URI", () => {
  const replies: readonly (readonly [string, Reply, string, number])[] = [
    ["404", { status: 404, body: `${planted} not found` }, "it answered HTTP 404", 1],
    ["a redirect", { status: 302, body: planted }, "it answered HTTP 302", 1],
    ["503", { status: 503, body: planted }, "it answered HTTP 503", 3],
    ["HTML", { type: "text/html", body: `<html>${planted}</html>` }, "what it answered is not a key", 1],
    ["JSON that is cut off", { body: `{"AccessKeyId":"${planted}"` }, "what it answered is not a key", 1],
    ["half a key", { body: { AccessKeyId: "STS.N1", AccessKeySecret: planted } }, "what it answered is not a key", 1],
    [
      "a key without Success",
      { body: { ...keyReply(0, NOW + HOUR), Code: "Failed" } },
      "what it answered is not a key",
      1,
    ],
    ["null", { body: "null" }, "what it answered is not a key", 1],
    [
      "objects in place of texts",
      { body: { AccessKeyId: { a: planted }, AccessKeySecret: [planted], SecurityToken: 5 } },
      "what it answered is not a key",
      1,
    ],
  ];
  test.each(replies)("%s: an error in our words, after %#", async (_, reply, what, tries) => {
    await using server = await startAnswering(() => reply);
    const error = await failure(call(sessionWith(server), "getLatestBackup", args));

    expect(error).toBeInstanceOf(CallError);
    expect(error).toMatchObject({ details: { kind: "credentials" } });
    const [first, second, third] = error.message.split("\n");
    expect(first).toBe(`DescribeBackups for ${SHOP} failed: no key came from credentialsUri (${server.url}): ${what}.`);
    expect(second).toContain(`endpoint ${server.url}, 1 attempt`);
    expect(third).toMatch(/What to do: check that the helper behind it runs/);
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(planted);
    expect(server.asked).toHaveLength(tries);
    expect(emulator.requests()).toEqual([]);
  });

  test("nobody listens: tried again, then an error", async () => {
    const { url, ...server } = await startAnswering(() => "never");
    await server[Symbol.asyncDispose]();
    const session = sessionWith({ url });
    const { message } = await failure(call(session, "getLatestBackup", args));
    expect(message).toContain(`no key came from credentialsUri (${url}): it did not answer (ECONNREFUSED)`);
    expect(message).not.toContain(planted);
    expect(session.host.sleeps).toHaveLength(2);
  });

  test("the verdict is unknown and terminal, and a gate stays shut without waiting", async () => {
    await using server = await startAnswering(() => ({ status: 404, body: planted }));
    const session = sessionWith(server);
    const verdict = await call(session, "getBackupReadiness", { ...args, maxAge: "26h" });
    expect(verdict).toMatchObject({ verdict: "unknown", reasons: [{ rule: "service", terminal: true }] });

    const given = { ...args, maxAge: "26h", waitFor: "2h" };
    const outcome = await evaluateGate(session, "BackupGate", given);
    expect(outcome).toMatchObject({ kind: "refused", pauses: [] });
    expect(outcome.report).toContain("it answered HTTP 404");
    expect(outcome.report).not.toContain(planted);
  });

  test("nothing is kept of it: the next lookup asks again", async () => {
    await using server = await startAnswering((_, before) =>
      before === 0 ? { status: 404, body: "" } : { body: keyReply(0, NOW + HOUR) },
    );
    const session = sessionWith(server);
    await failure(call(session, "getLatestBackup", args));
    expect(await call(session, "getLatestBackup", args)).toMatchObject({ backupId: "1" });
  });
});

describe("a helper that never answers", () => {
  test("does not hold up a cancel", async () => {
    await using server = await startAnswering(() => "never");
    const session = sessionWith(server);
    const running = failure(call(session, "getLatestBackup", args));
    while (server.asked.length === 0) await new Promise(setImmediate);
    session.cancel();
    expect(await running).toBeInstanceOf(CancelledError);
  });

  test("is given up in time", async () => {
    await using server = await startAnswering(() => "never");
    const { signal } = new AbortController();
    const source = { kind: "uri", uri: server.url, origin: "credentialsUri" } as const;
    const keys = createCredentialCache(source, {
      host: fakeHost(NOW),
      signal,
      openConnections: directConnections,
      timeoutMs: 50,
    });
    await expect(keys.get()).rejects.toThrow("no key came from credentialsUri within 0.05 s.");
  });

  test("in the last minutes of a key: that one still signs", async () => {
    const endsSoon = keyReply(0, NOW + 120_000);
    await using server = await startAnswering((_, before) => (before === 0 ? { body: endsSoon } : "never"));
    const { signal } = new AbortController();
    const source = { kind: "uri", uri: server.url, origin: "credentialsUri" } as const;
    const keys = createCredentialCache(source, {
      host: fakeHost(NOW),
      signal,
      openConnections: directConnections,
      timeoutMs: 200,
    });
    const { accessKey } = temporaryKey(0);
    expect(await keys.get()).toMatchObject({ accessKeyId: accessKey });
    expect(await keys.get()).toMatchObject({ accessKeyId: accessKey });
    expect(server.asked).toHaveLength(2);
  });
});

test("a key that the service repeats in its refusal is not repeated to anyone", async () => {
  await using server = await helper();
  const { accessKey, secretKey, securityToken } = temporaryKey(0);
  const message = `key ${accessKey} with ${secretKey} and ${securityToken} may not do this`;
  emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM", message });
  const error = await failure(call(sessionWith(server), "getLatestBackup", args));
  expect(error.message).toContain("key [redacted] with [redacted] and [redacted] may not do this");
  for (const secret of handedOut) expect(String(error.stack)).not.toContain(secret);
});
