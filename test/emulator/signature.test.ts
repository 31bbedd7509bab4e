import { beforeEach, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { signV2 } from "../support/network/signV2.ts";
import { read, send } from "./ask.ts";

// Key, parameters and both signatures are the test vector of the API reference, section 1.
const key = { accessKey: "testid", secretKey: "testsecret" };
const parameters = {
  Action: "DescribeBackups",
  DBInstanceId: "rm-test*1",
  StartTime: "2011-06-01T16:00Z",
  Format: "JSON",
  Timestamp: "2024-01-02T03:04:05Z",
  Version: "2014-08-15",
  SignatureNonce: "nonce-1",
};
const vectors = [
  { method: "GET", signature: "VSVCg6CvB3Fz3zrCP6/hVRwMQaY=" },
  { method: "POST", signature: "yHbNf8ySWXSN/+1uh4q0V2gtYqk=" },
] as const;

const clock = { now: () => Date.parse("2024-01-02T03:04:05Z") };
const emulator = await useEmulator(() => startEmulator({ clock, credentials: [key], seeds: [] }));
beforeEach(() => {
  emulator.addSubject("rm-test*1");
});

test.each(vectors)("a $method request with the documented signature is accepted", async ({ method, signature }) => {
  const query =
    "Action=DescribeBackups&DBInstanceId=rm-test%2A1&StartTime=2011-06-01T16%3A00Z&Format=JSON" +
    "&Timestamp=2024-01-02T03%3A04%3A05Z&Version=2014-08-15&SignatureNonce=nonce-1" +
    "&AccessKeyId=testid&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0" +
    `&Signature=${encodeURIComponent(signature)}`;

  const reply = await read(fetch(`${emulator.url}/?${query}`, { method }));

  expect(reply.body).toMatchObject({ TotalRecordCount: 0, Items: { Backup: [] } });
  expect(reply.status).toBe(200);
});

test.each(vectors)("the tests' own signer makes the documented $method signature", ({ method, signature }) => {
  expect(signV2(method, key, parameters).Signature).toBe(signature);
});

test("what needs encoding is signed alike on both sides", async () => {
  const name = "A~b!'()* +/=&%?#ü名😀";
  const signed = signV2("POST", key, { ...parameters, SignatureNonce: "nonce-2", BackupLocation: name });

  expect(await send(emulator, "POST", signed)).toMatchObject({ status: 200 });
  expect(emulator.requests().at(-1)?.parameters.BackupLocation).toBe(name);
});
