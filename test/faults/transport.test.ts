import { beforeEach, describe, expect, test } from "vitest";
import { demoCredentials } from "../../emulator/index.ts";
import type { Settings } from "../../provider/client/settings.ts";
import { backup, SHOP } from "../support/fixtures/backups.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { startAnswering } from "../support/network/answeringServer.ts";
import { openBlackHole } from "../support/network/blackHole.ts";

const emulator = await useEmulator();
beforeEach(() => emulator.add(backup("1", 5)));

const question = { dbInstanceId: SHOP };
const inject = (number: string, variant: string, scope = {}) =>
  emulator.inject({ kind: "case", number, variant, ...scope });
/** Where nothing comes any more. Everywhere else a time-out would be one of a busy machine. */
const isSilent = (number: string) => ["A52", "F5"].includes(number);
const list = (settings: Settings = {}) => call(openSession(emulator, { settings }), "getBackups", question);

describe("passes by itself: the list is whole after so many requests", () => {
  test.each<[string, string, number]>([
    ["A45", "plain", 2],
    ["A45", "status429", 2],
    ["A45", "status503", 2],
    ["A45", "hint", 2],
    ["A45", "zero", 2],
    ["A45", "negative", 2],
    ["A45", "huge", 2],
    ["A45", "text", 2],
    ["A46", "three", 4],
    ["A47", "json", 2],
    ["A48", "status502", 2],
    ["A48", "status503", 2],
    ["A49", "error", 2],
    ["A50", "status200", 2],
    ["A50", "status204", 2],
    ["A51", "truncated", 2],
    ["A51", "length", 2],
    ["A51", "resetBefore", 2],
    ["A51", "resetMidway", 2],
    ["A52", "before", 2],
    ["A52", "midway", 2],
    ["A54", "gzip", 1],
    ["A54", "broken", 2],
    ["A54", "cut", 2],
    ["A54", "ended", 2],
    ["A54", "brotli", 1],
    ["A55", "bom", 1],
    ["A55", "invalid", 1],
    ["A58", "closed", 1],
    ["A59", "date", 2],
    ["A60", "once", 2],
    ["F5", "silence", 2],
    ["F8", "reset", 2],
    ["F9", "short", 2],
    ["F10", "slices", 1],
    ["F14", "twice", 3],
    ["F16", "status502", 2],
    ["F16", "status504", 2],
    ["F17", "three", 4],
    ["F20", "text", 2],
    ["F20", "negative", 2],
    ["F20", "past", 2],
    ["F22", "once", 2],
    ["F24", "once", 2],
  ])("%s %s: %i", async (number, variant, requests) => {
    inject(number, variant);
    expect(await list(isSilent(number) ? { clientReadTimeout: 300 } : {})).toMatchObject({ ids: ["1"] });
    expect(emulator.requests()).toHaveLength(requests);
    const nonces = emulator.requests().map(({ parameters }) => parameters.SignatureNonce);
    expect(new Set(nonces).size).toBe(requests);
  });
});

describe("does not pass: one clear error", () => {
  test.each<[string, string, RegExp]>([
    ["A49", "refusal", /failed: Forbidden\.RAM: User not authorized\.[\s\S]*grant the RAM action rds:DescribeBackups/],
    ["A49", "success", /not a JSON object/],
    ["A50", "status200", /not a JSON object/],
    ["A50", "status204", /not a JSON object/],
    ["A56", "found", /HTTP 302/],
    ["A57", "blanks", /64 MiB/],
    ["A59", "silent", /clock/],
    ["A62", "echo", /failed: SignatureDoesNotMatch: the signature does not match/],
    ["F12", "html", /not a JSON object/],
    ["F13", "empty", /not a JSON object/],
    ["F15", "always", /code ServiceUnavailable, HTTP 503/],
    ["F23", "persists", /clock/],
    ["F23", "silent", /clock/],
    ["F25", "echo", /failed: SignatureDoesNotMatch: the signature does not match/],
    ["F27", "ram", /code Forbidden\.RAM, HTTP 403[\s\S]*grant the RAM action rds:DescribeBackups/],
    ["F27", "none", /code NoPermission, HTTP 403[\s\S]*grant the RAM action rds:DescribeBackups/],
    ["F28", "id", /code InvalidDBInstanceId\.NotFound[\s\S]*check the ID rm-bp1shop/],
  ])("%s %s", async (number, variant, says) => {
    inject(number, variant, { times: "always" });
    const { message } = await failure(list());
    expect(message).toMatch(says);
    expect(message).not.toMatch(/string to sign|AccessKeyId|LTAI/);
    expect(message.length).toBeLessThan(1200);
  });
});

test("A45 hint: the next request comes no sooner than the service asked for", async () => {
  inject("A45", "hint");
  const session = openSession(emulator);
  await call(session, "getBackups", question);
  expect(session.host.sleeps.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(3000);
});

test("A56: a redirect is not followed, and the other host hears nothing", async () => {
  await using other = await startAnswering(() => ({ body: {} }));
  emulator.inject({ kind: "redirect", location: other.url, times: "always" });
  await failure(list());
  expect(other.asked).toEqual([]);
});

test("A58: the next lookup opens another connection, and nobody notices", async () => {
  inject("A58", "closed", { times: "always" });
  const session = openSession(emulator);
  for (let n = 0; n < 5; n++) expect((await call(session, "getBackups", question)).ids).toEqual(["1"]);
  expect(session.host.sleeps).toEqual([]);
});

test("F22: once the offset is known, no request is refused for it", async () => {
  inject("F22", "once");
  const session = openSession(emulator);
  await call(session, "getBackups", question);
  await call(session, "getBackups", question);
  expect(emulator.requests()).toHaveLength(3);
});

describe("a list of several pages", () => {
  const ids = Array.from({ length: 130 }, (_, index) => String(index + 1));
  beforeEach(() => {
    emulator.reset();
    emulator.add(...ids.map((id) => backup(id, 24 + Number(id))));
  });
  const pages = () => call(openSession(emulator), "getBackups", { ...question, pageSize: 30 });

  test("F29: page 3 fails once, and is asked for again alone", async () => {
    inject("F29", "third");
    expect(await pages()).toMatchObject({ ids });
    const asked = emulator.requests().map(({ parameters }) => parameters.PageNumber);
    expect(asked.sort()).toEqual(["1", "2", "3", "3", "4", "5"]);
  });

  test("F30: rows that enter while it is read are no reason for a duplicate or a gap", async () => {
    inject("F30", "shifted");
    expect(await pages()).toMatchObject({ ids });
  });

  test("F31: a total that lies high is an error, after a few requests", async () => {
    inject("F31", "lie");
    expect((await failure(pages())).message).toMatch(/the service counts 1000 rows and sent 130/);
    expect(emulator.requests().length).toBeLessThan(30);
  });

  test.each(["A61", "F26"])(
    "%s: a lasting token that ends between two pages is an error that names the key",
    async (number) => {
      inject(number, "second", { times: "always" });
      const { message } = await failure(pages());
      expect(message).toMatch(/InvalidSecurityToken\.Expired/);
      expect(message).toContain("What to do:");
    },
  );
});

describe("a service that cannot be reached", () => {
  test("F1: refuses connections, then takes them: the list is whole", async () => {
    await emulator.refuseConnections();
    let sleeps = 0;
    const onSleep = () => void (++sleeps === 2 && emulator.acceptConnections());
    try {
      const session = openSession(emulator, { onSleep });
      expect((await call(session, "getBackups", question)).ids).toEqual(["1"]);
      expect(session.host.sleeps.length).toBeGreaterThanOrEqual(2);
    } finally {
      await emulator.acceptConnections();
    }
  });

  test("F2: refuses them for ever: the error says where, how often and for how long", async () => {
    await emulator.refuseConnections();
    try {
      const { message } = await failure(list());
      expect(message).toContain("ECONNREFUSED");
      expect(message).toMatch(new RegExp(`endpoint ${emulator.url}, \\d+ attempts in \\d`));
      expect(message).toContain(`What to do: check that ${emulator.url} can be reached`);
    } finally {
      await emulator.acceptConnections();
    }
  });
});

test("B32: a token beside a lasting key is refused, and the key is named", async () => {
  const { message } = await failure(list({ ...demoCredentials.owner, securityToken: "CAISnotOfThisKey" }));
  expect(message).toContain("InvalidSecurityToken.MismatchWithAccessKey");
  expect(message).toMatch(/What to do: .*accessKey, secretKey and securityToken/);
  expect(message).not.toContain("CAISnotOfThisKey");
});

test("F6: a host that does not answer at all is given up after the connect time-out", async ({ skip }) => {
  await using hole = await openBlackHole();
  if (hole === undefined) return skip("this system takes connections that nobody accepts");
  const settings = {
    endpoints: { rds: hole.url },
    clientConnectTimeout: 100,
    clientReadTimeout: 600_000,
    maxRetryTimeout: 0,
  };
  const { message } = await failure(list(settings));
  expect(message).toContain("no reply came (");
  expect(message).toContain(`check that ${hole.url} can be reached`);
});
