import { beforeEach, describe, expect, test } from "vitest";
import { demoCredentials, type Fault, startEmulator } from "../../emulator/index.ts";
import type { Settings } from "../../provider/client/settings.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, backupRow, SHOP } from "../support/fixtures/backups.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();
beforeEach(() => {
  emulator.add(backup("1", 5));
});

const FOR_EVER = 1000;
const list = (given: JsonObject = {}, settings: Settings = {}) =>
  call(openSession(emulator, { settings }), "getBackups", { dbInstanceId: SHOP, ...given });

describe("one clear error, and never an empty list", () => {
  test("for an unknown instance", async () => {
    const { message } = await failure(list({ dbInstanceId: "rm-nobody" }));
    expect(message).toMatch(/^DescribeBackups for rm-nobody failed: InvalidDBInstanceName\.NotFound: /);
    expect(message).toMatch(
      /code InvalidDBInstanceName\.NotFound, HTTP 404, RequestId [0-9A-F-]{36}, region cn-hangzhou/,
    );
    expect(message).toContain(`endpoint ${emulator.url}, 1 attempt in 0.0 s`);
    expect(message).toMatch(/What to do: check the ID rm-nobody and that it lives in region cn-hangzhou/);
  });

  test("for a denied permission, with the RAM action to grant", async () => {
    const { message } = await failure(list({}, demoCredentials.powerless));
    expect(message).toContain("code Forbidden.RAM, HTTP 403");
    expect(message).toContain("What to do: grant the RAM action rds:DescribeBackups");
    // Account numbers of AccessDeniedDetail are nobody's business.
    expect(message).not.toMatch(/204859361742018501|1718402916350274/);
  });

  test("for a wrong signature, without the string that was signed", async () => {
    const { message } = await failure(list({}, { secretKey: "notTheSecretOfThisKey" }));
    expect(message).toContain("SignatureDoesNotMatch: the signature does not match");
    expect(message).toContain("check accessKey, secretKey and securityToken.");
    expect(message).not.toMatch(/string to sign|LTAI|notTheSecret|Signature=/);
  });

  test("for an unknown key", async () => {
    const { message } = await failure(list({}, { accessKey: "LTAI5tNobodysKey0000" }));
    expect(message).toContain("InvalidAccessKeyId.NotFound");
    expect(message).not.toContain("LTAI5tNobodysKey0000");
  });

  test.each<[string, Fault]>([
    ["HTML with 200", { kind: "html", times: FOR_EVER }],
    ["an empty reply", { kind: "empty", times: FOR_EVER }],
    ["204", { kind: "empty", status: 204, times: FOR_EVER }],
    ["half a reply", { kind: "truncated", times: FOR_EVER }],
    ["a JSON text", { kind: "reply", status: 200, body: '"fine"', times: FOR_EVER }],
    ["a JSON list", { kind: "reply", status: 200, body: "[]", times: FOR_EVER }],
    ["JSON null", { kind: "reply", status: 200, body: "null", times: FOR_EVER }],
    [
      "a list in XML",
      {
        kind: "reply",
        status: 200,
        body: "<DescribeBackupsResponse><Items/></DescribeBackupsResponse>",
        times: FOR_EVER,
      },
    ],
    ["a redirect", { kind: "redirect", location: "https://evil.example/", times: FOR_EVER }],
    [
      "nesting without end",
      { kind: "reply", status: 200, body: `{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}`, times: FOR_EVER },
    ],
  ])("for a reply that is not a JSON object: %s; asked again for a minute", async (_, fault) => {
    emulator.inject(fault);
    const { message } = await failure(list());
    expect(message).toMatch(/^DescribeBackups for rm-bp1shop failed: /);
    expect(message).toContain("What to do: check that no proxy or captive portal answers");
    expect(message.length).toBeLessThan(1000);
    // At most 8 s, half of which is chance, lie between two of them.
    expect(emulator.requests().length).toBeGreaterThan(60 / 8);
    expect(message).toMatch(/ attempts in 60\.0 s/);
  });

  test("for a list that is short of its total, read twice", async () => {
    emulator.setModes({ totals: { lie: 2 } });
    const { message } = await failure(list());
    expect(message).toContain("rm-bp1shop (cn-hangzhou): DescribeBackups could not be read as a whole in 2 passes");
    expect(message).toContain("the service counts 2 rows and sent 1");
    expect(message).toMatch(/^ {2}RequestId [0-9A-F-]{36}, endpoint http/m);
    expect(message).toContain("What to do: run again; if it persists, report it to Alibaba Cloud with the RequestId.");
  });

  test("for more rows than anyone should ask for, at once and with a way to ask for less", async () => {
    emulator.setModes({ totals: { lie: 100_001 } });
    const { message } = await failure(list());
    expect(message).toContain("What to do: ask for less: a shorter time range, or one ID.");
    expect(emulator.requests()).toHaveLength(1);
  });

  test.each<[string, (body: JsonObject) => JsonObject]>([
    ["absent", ({ Items: _, ...body }) => body],
    ["null", (body) => ({ ...body, Items: null })],
    ["absent with its total", ({ Items: _, TotalRecordCount: __, ...body }) => body],
    ["empty without a total", ({ TotalRecordCount: _, ...body }) => ({ ...body, Items: { Backup: [] } })],
    ["of something else", (body) => ({ ...body, Items: { Backup: ["1"] } })],
    ["of null", (body) => ({ ...body, Items: { Backup: [null] } })],
  ])("for a list that is %s", async (_, rewrite) => {
    emulator.inject({ kind: "rewrite", rewrite, times: FOR_EVER });
    expect((await failure(list())).message).toContain("DescribeBackups sent");
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ["a date", { date: "the day before yesterday" }],
    ["a pause", { "x-acs-retry-after": "1e308" }],
    ["a pause that is a link", { "x-acs-retry-after": "https://x/?Signature=s1gnature" }],
    ["everything else", { "x-garbage": "\u00ff".repeat(4000), "x-acs-request-id": "Signature=s1gnature" }],
  ])("for headers that are garbage (%s), and what they hold is not told", async (_, headers) => {
    const body = JSON.stringify({ Code: "Throttling.User", Message: "slow down", RequestId: "R-1" });
    emulator.inject({ kind: "reply", status: 400, headers, body, times: FOR_EVER });
    const { message } = await failure(list());
    expect(message).toContain("code Throttling.User, HTTP 400, RequestId R-1");
    expect(message).not.toMatch(/garbage|s1gnature/);
    expect(message.length).toBeLessThan(1000);
  });

  test("for success beside an error code, without rows", async () => {
    const rewrite = (body: JsonObject) => ({
      ...body,
      Success: true,
      Code: "InternalError",
      TotalRecordCount: 0,
      Items: "",
    });
    emulator.inject({ kind: "rewrite", rewrite, times: FOR_EVER });
    expect((await failure(list())).message).toContain("the code InternalError and no rows");
  });

  test("for an error with HTTP 200", async () => {
    emulator.inject({ kind: "error", status: 200, code: "Forbidden.RAM" });
    expect((await failure(list())).message).toContain("grant the RAM action");
  });

  test("for rows that change from page to page", async () => {
    emulator.add(...Array.from({ length: 40 }, (_, n) => backup(String(100 + n), 6 + n)));
    const shifted = {
      kind: "rewrite",
      rewrite: (body: JsonObject) => ({ ...body, Items: { Backup: [backupRow("1", 5)] } }),
    } as const;
    emulator.inject({ ...shifted, times: FOR_EVER });
    expect((await failure(list({ pageSize: 30 }))).message).toContain("the service counts 41 rows and sent 1");
  });

  test("for silence", async () => {
    emulator.inject({ kind: "stall", when: "midBody", times: FOR_EVER });
    const { message } = await failure(
      list({}, { clientReadTimeout: 20, clientConnectTimeout: 2000, maxRetryTimeout: 1 }),
    );
    expect(message).toContain("no reply came (timed out: nothing came for 20 ms)");
  });

  test("for nobody there", async () => {
    const { message } = await failure(list({}, { endpoints: { rds: "http://127.0.0.1:1" } }));
    expect(message).toContain("no reply came (ECONNREFUSED)");
    expect(message).toContain("What to do: check that http://127.0.0.1:1 can be reached");
  });
});

describe("what passes by itself is tried again", () => {
  test.each<[string, Fault]>([
    ["an internal error", { kind: "internalError", times: 2 }],
    ["HTTP 500 without a code", { kind: "noCode", times: 2 }],
    ["a gateway's page with HTTP 503", { kind: "unavailable", times: 2 }],
    ["a refusal in XML", { kind: "xmlError", times: 2 }],
    ["a page in place of the reply", { kind: "html", times: 2 }],
    ["a reset connection", { kind: "reset", when: "beforeHeaders", times: 2 }],
    ["a reset in mid-reply", { kind: "reset", when: "midBody", times: 2 }],
    ["a reply shorter than promised", { kind: "wrongLength", times: 2 }],
    ["a nonce that was used", { kind: "error", status: 400, code: "SignatureNonceUsed", times: 2 }],
  ])("%s, twice", async (_, fault) => {
    emulator.inject(fault);
    const session = openSession(emulator);
    expect((await call(session, "getBackups", { dbInstanceId: SHOP })).ids).toEqual(["1"]);
    expect(emulator.requests()).toHaveLength(3);
    // Half of 500 ms and half of 1 s: full jitter, with a chance of one half.
    expect(session.host.sleeps).toEqual([250, 500]);
  });

  test.each<[string, Fault]>([
    ["400", { kind: "throttle", times: 2 }],
    ["429", { kind: "throttle", status: 429, times: 2 }],
    ["429 and a gateway's page", { kind: "reply", status: 429, body: "<html>slow down</html>", times: 2 }],
  ])("throttling with %s, at the rate that is left", async (_, fault) => {
    emulator.inject(fault);
    const session = openSession(emulator);
    expect((await call(session, "getBackups", { dbInstanceId: SHOP })).ids).toEqual(["1"]);
    expect(emulator.requests()).toHaveLength(3);
    // Two a second, as long as nothing more is known.
    expect(session.host.sleeps).toEqual([500, 500]);
  });

  test("with a new nonce each time", async () => {
    emulator.inject({ kind: "throttle", times: 3 });
    await list();
    const nonces = emulator.requests().map(({ parameters }) => parameters.SignatureNonce);
    expect(new Set(nonces).size).toBe(4);
  });

  test("after as long as the service asks for", async () => {
    emulator.inject({ kind: "throttle", retryAfter: 3000 });
    const session = openSession(emulator);
    await call(session, "getBackups", { dbInstanceId: SHOP });
    expect(session.host.sleeps).toEqual([3000]);
  });

  test("N8: after as long as a failing service asks for by the standard header, and a little more", async () => {
    const body = JSON.stringify({ Code: "ServiceUnavailable", Message: "wait" });
    emulator.inject({ kind: "reply", status: 503, headers: { "retry-after": "2" }, body });
    const session = openSession(emulator);
    await call(session, "getBackups", { dbInstanceId: SHOP });
    expect(session.host.sleeps).toEqual([2250]);
  });

  test.each([["-5"], ["soon"], ["0"]])("after the usual time when it asks for %j", async (retryAfter) => {
    emulator.inject({ kind: "throttle", retryAfter });
    const session = openSession(emulator);
    await call(session, "getBackups", { dbInstanceId: SHOP });
    expect(session.host.sleeps).toEqual([500]);
  });

  test("F15: a gateway's page for ever, until the budget is spent: the error has the status and the page", async () => {
    emulator.inject({ kind: "unavailable", times: FOR_EVER });
    const { message } = await failure(list());
    expect(message).toContain("HTTP 503, region cn-hangzhou");
    expect(message).toContain("but begins with: <html> <head><title>503 Service Temporarily Unavailable");
    expect(message).toContain("attempts in 60.0 s");
  });

  test("one page of several, alone", async () => {
    emulator.add(...Array.from({ length: 70 }, (_, n) => backup(String(100 + n), 6 + n)));
    emulator.inject({ kind: "internalError", skip: 1 });
    expect((await list({ pageSize: 30 })).ids).toHaveLength(71);
    expect(emulator.requests().map(({ parameters }) => parameters.PageNumber)).toEqual(["1", "2", "3", "2"]);
  });

  test("no longer than maxRetryTimeout, and at its end once more", async () => {
    emulator.inject({ kind: "internalError", times: FOR_EVER });
    expect((await failure(list())).message).toContain("attempts in 60.0 s");
    // After 0.25 s, after 0.5 s more, and at the end.
    expect((await failure(list({}, { maxRetryTimeout: 1 }))).message).toContain("4 attempts in 1.0 s");
  });

  test("throttled for ever, for five times as long: that is not failing", async () => {
    emulator.inject({ kind: "throttle", times: FOR_EVER });
    expect((await failure(list({}, { maxRetryTimeout: 2 }))).message).toMatch(
      /Throttling\.User.* attempts in 10\.0 s/s,
    );
  });

  test.each<[string, Fault]>([
    ["throttling", { kind: "throttle", times: FOR_EVER }],
    ["a failing service", { kind: "internalError", times: FOR_EVER }],
    ["a reset connection", { kind: "reset", when: "beforeHeaders", times: FOR_EVER }],
    ["a broken reply", { kind: "truncated", times: FOR_EVER }],
    ["a wrong time", { kind: "error", status: 400, code: "InvalidTimeStamp.Expired", times: FOR_EVER }],
  ])("not at all with maxRetryTimeout 0: %s", async (_, fault) => {
    emulator.inject(fault);
    expect((await failure(list({}, { maxRetryTimeout: 0 }))).message).toContain("1 attempt in 0.0 s");
    expect(emulator.requests()).toHaveLength(1);
  });

  test("F19: a pause of a day is cut, and told", async () => {
    emulator.inject({ kind: "throttle", retryAfter: 86_400_000, times: FOR_EVER });
    const { message } = await failure(list());
    expect(message).toContain("the service asked for a pause of 24h, of which 30s are kept");
    expect(message).toContain("attempts in 300.0 s");
  });
});

describe("what does not pass by itself is not tried again", () => {
  test.each([
    ["SignatureDoesNotMatch", 400],
    ["InvalidAccessKeyId.NotFound", 404],
    ["InvalidSecurityToken.Expired", 400],
    ["InvalidTimeStamp.Expired", 400],
    ["Forbidden.RAM", 403],
    ["InvalidDBInstanceId.NotFound", 400],
    ["InvalidParameterCombination", 400],
  ])("%s", async (code, status) => {
    emulator.inject({ kind: "error", code, status, times: FOR_EVER });
    await failure(list());
    expect(emulator.requests()).toHaveLength(1);
  });
});

test("no error text holds a key, a token, a signature or a link, whatever the service says", async () => {
  const { temporary } = demoCredentials;
  const link = "https://b.oss.aliyuncs.com/f?OSSAccessKeyId=LTAIother0000&Signature=s1gnature%3D&security-token=t0ken";
  const told = `Denied for ${temporary.accessKey} (${temporary.securityToken}, ${encodeURIComponent(temporary.securityToken)}), ${temporary.secretKey}, see ${link}`;
  for (const code of ["Forbidden.RAM", "SignatureDoesNotMatch", "InternalError", "InvalidParameter"]) {
    emulator.inject({ kind: "error", status: 400, code, message: told, times: FOR_EVER });
    const { message } = await failure(list({}, temporary));
    emulator.clearFaults();
    expect(message).toContain(code);
    for (const secret of [
      ...Object.values(temporary),
      encodeURIComponent(temporary.securityToken),
      "s1gnature",
      "t0ken",
      "LTAIother",
    ]) {
      expect(message).not.toContain(secret);
    }
  }
});

test("of a token longer than any message nothing is told, wherever the message is cut", async () => {
  const token = `CAIS${Array.from({ length: 100 }, (_, n) => `${100 + n}+xYz/`).join("")}`;
  const parts = Array.from({ length: token.length - 7 }, (_, start) => token.slice(start, start + 8));
  const key = { ...demoCredentials.temporary, securityToken: token };
  await using own = await startEmulator({ seeds: [], credentials: [key] });
  own.addSubject(SHOP);
  for (const before of [0, 1, 100, 350, 390]) {
    own.inject({ kind: "error", status: 400, code: "InvalidParameter", message: `${"x".repeat(before)} ${token}` });
    const session = openSession(own, { settings: key });
    const { message } = await failure(call(session, "getBackups", { dbInstanceId: SHOP }));
    expect(message).toContain("InvalidParameter");
    expect(parts.filter((part) => message.includes(part))).toEqual([]);
  }
});
