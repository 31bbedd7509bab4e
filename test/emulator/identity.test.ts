import { beforeEach, expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { signV2 } from "../support/network/signV2.ts";
import { type Answer, ask, backupsOf, send } from "./ask.ts";

const MINUTE = 60_000;
const start = Date.parse("2026-08-01T06:00:00Z");
const shop = "rm-bp1shop0healthy01";

let now = start;
const sts = { ...demoCredentials.temporary, expiresAt: start + 60 * MINUTE };
const narrow = { accessKey: "LTAInarrow", secretKey: "narrow", denied: ["rds:DescribeBackups"] };
const { owner, powerless } = demoCredentials;
const emulator = await useEmulator(() =>
  startEmulator({ clock: { now: () => now }, credentials: [owner, sts, powerless, narrow] }),
);
beforeEach(() => {
  now = start;
});

async function refusal(answer: Promise<Answer>) {
  const { status, body } = await answer;
  return { status, ...body };
}

test("an unknown key is not found", async () => {
  const key = { accessKey: "LTAInobody", secretKey: "x" };
  expect(await refusal(ask(emulator, backupsOf(shop), { key }))).toMatchObject({
    status: 404,
    Code: "InvalidAccessKeyId.NotFound",
    Message: "Specified access key is not found.",
    RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
    HostId: expect.any(String),
    Recommend: expect.stringContaining("https://"),
  });
});

test("a wrong secret is told the string that the server signed", async () => {
  const key = { ...demoCredentials.owner, secretKey: "wrong" };
  const signed = "server string to sign is:POST&%2F&AccessKeyId%3DLTAI5tEmulatorOwnerKey00%26Action%3DDescribeBackups";
  expect(await refusal(ask(emulator, backupsOf(shop), { key }))).toMatchObject({
    status: 400,
    Code: "SignatureDoesNotMatch",
    Message: expect.stringContaining(signed),
  });
});

test("a signature for GET does not open a POST", async () => {
  const signed = signV2("GET", demoCredentials.owner, { Timestamp: "2026-08-01T06:00:00Z", ...backupsOf(shop) });
  expect(await refusal(send(emulator, "POST", signed))).toMatchObject({ Code: "SignatureDoesNotMatch" });
});

test("a changed parameter breaks the signature", async () => {
  const signed = signV2("POST", demoCredentials.owner, { Timestamp: "2026-08-01T06:00:00Z", ...backupsOf(shop) });
  const changed = { ...signed, DBInstanceId: "rm-bp1crm00failed001" };
  expect(await refusal(send(emulator, "POST", changed))).toMatchObject({ Code: "SignatureDoesNotMatch" });
});

test.each([
  { Timestamp: "2026-08-01T05:45:00Z", status: 200 },
  { Timestamp: "2026-08-01T05:44:59Z", status: 400 },
  { Timestamp: "2026-08-01T06:15:01Z", status: 400 },
])("at 06:00 a timestamp of $Timestamp gets $status", async ({ Timestamp, status }) => {
  const reply = await ask(emulator, backupsOf(shop, { Timestamp }));
  expect([reply.status, reply.body.Code]).toEqual([status, status === 400 ? "InvalidTimeStamp.Expired" : undefined]);
});

test("a timestamp in another form is refused", async () => {
  const parameters = backupsOf(shop, { Timestamp: "2026-08-01 06:00:00" });
  expect(await refusal(ask(emulator, parameters))).toMatchObject({ status: 400, Code: "InvalidTimeStamp.Format" });
});

test("a nonce is good once, until it is forgotten with its timestamp", async () => {
  const parameters = backupsOf(shop, { SignatureNonce: "the-same" });
  expect((await ask(emulator, parameters)).status).toBe(200);
  expect(await refusal(ask(emulator, parameters))).toMatchObject({ status: 400, Code: "SignatureNonceUsed" });
  now += 31 * MINUTE;
  expect((await ask(emulator, parameters)).status).toBe(200);
});

test("a temporary key needs its token, the right one, in time", async () => {
  const { accessKey, secretKey, securityToken } = demoCredentials.temporary;
  const withToken = (token?: string) =>
    refusal(ask(emulator, backupsOf(shop), { key: { accessKey, secretKey, securityToken: token } }));

  expect(await withToken(undefined)).toMatchObject({ status: 400, Code: "MissingSecurityToken" });
  expect(await withToken("another")).toMatchObject({ Code: "InvalidSecurityToken.MismatchWithAccessKey" });
  expect(await withToken(securityToken)).toMatchObject({ status: 200 });
  now += 60 * MINUTE;
  expect(await withToken(securityToken)).toMatchObject({ Code: "InvalidSecurityToken.Expired" });
});

test("a lasting key with a token is refused", async () => {
  const key = { ...demoCredentials.owner, securityToken: "whose" };
  const parameters = backupsOf(shop);
  expect(await refusal(ask(emulator, parameters, { key }))).toMatchObject({
    Code: "InvalidSecurityToken.MismatchWithAccessKey",
  });
});

test.each([demoCredentials.powerless, { accessKey: "LTAInarrow", secretKey: "narrow" }])(
  "a key without the permission is refused by RAM: $accessKey",
  async (key) => {
    expect(await refusal(ask(emulator, backupsOf(shop), { key }))).toMatchObject({
      status: 403,
      Code: "Forbidden.RAM",
      AccessDeniedDetail: { AuthAction: "rds:DescribeBackups", NoPermissionType: "ImplicitDeny" },
    });
  },
);

test.each([
  "Action",
  "Version",
  "AccessKeyId",
  "Timestamp",
  "SignatureMethod",
  "SignatureVersion",
  "SignatureNonce",
  "Signature",
])("a request without %s is refused", async (name) => {
  const { [name]: _, ...rest } = signV2("POST", demoCredentials.owner, backupsOf(shop));
  expect(await refusal(send(emulator, "POST", rest))).toMatchObject({
    status: 400,
    Code: `Missing${name}`,
    Message: `${name} is mandatory for this action.`,
  });
});

test.each([{ SignatureMethod: "HMAC-SHA256" }, { SignatureVersion: "2.0" }])(
  "other signatures are refused: %o",
  async (other) => {
    expect(await refusal(ask(emulator, backupsOf(shop, other)))).toMatchObject({ Code: "IncompleteSignature" });
  },
);
