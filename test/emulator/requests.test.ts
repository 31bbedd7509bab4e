import { expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { signV2 } from "../support/network/signV2.ts";
import { ask, backupsOf, read } from "./ask.ts";

const shop = "rm-bp1shop0healthy01";

const emulator = await useEmulator(startEmulator);

async function outcome(parameters: Readonly<Record<string, string | undefined>>) {
  const { status, body } = await ask(emulator, parameters);
  return { status, Code: body.Code, Message: body.Message };
}

test("an action that it does not know is refused, and those that it knows are named", async () => {
  expect(await outcome({ ...backupsOf(shop), Action: "DescribeBackup" })).toEqual({
    status: 404,
    Code: "InvalidAction.NotFound",
    Message: expect.stringContaining("DescribeBackups (2014-08-15)"),
  });
});

test("an action in a version that does not have it is refused", async () => {
  expect(await outcome({ ...backupsOf(shop), Version: "2014-08-16" })).toEqual({
    status: 400,
    Code: "InvalidVersion",
    Message: expect.stringContaining("DescribeBackups has no version 2014-08-16"),
  });
});

test.each<[Record<string, string>, number, string, string]>([
  [{ DbInstanceId: shop }, 400, "UnsupportedParameter", "DbInstanceId is not a parameter of DescribeBackups"],
  [{ BackupStatus: "undefined" }, 400, "InvalidParameter", 'BackupStatus was sent as "undefined"'],
  [{ BackupStatus: "null" }, 400, "InvalidParameter", "BackupStatus"],
  [{ BackupId: "[object Object]" }, 400, "InvalidParameter", "BackupId"],
  [{ BackupId: "" }, 400, "InvalidParameter", "BackupId"],
  [{ BackupStatus: "success" }, 400, "InvalidParameter", "one of Success, Failed"],
  [{ PageSize: "29" }, 403, "InvalidMaxRecordsPerPage.Malformed", "30, 50, 100"],
  [{ PageSize: "1000" }, 403, "InvalidMaxRecordsPerPage.Malformed", "PageSize"],
  [{ PageSize: "many" }, 403, "InvalidMaxRecordsPerPage.Malformed", "PageSize"],
  [{ PageNumber: "0" }, 400, "InvalidPageNumbers.Malformed", "PageNumber"],
  [{ PageNumber: "1.5" }, 400, "InvalidPageNumbers.Malformed", "PageNumber"],
  [{ PageNumber: "2147483648" }, 400, "InvalidPageNumbers.Malformed", "PageNumber"],
  [{ StartTime: "2026-08-01T00:00:00Z" }, 400, "InvalidStartTime.Format", "2026-08-01T00:00:00Z"],
  [{ StartTime: "2026-02-30T00:00Z" }, 400, "InvalidStartTime.Format", "2026-02-30T00:00Z"],
  [{ EndTime: "1785542400000" }, 400, "InvalidEndTime.Format", "EndTime"],
  [
    { StartTime: "2026-08-01T00:00Z", EndTime: "2026-08-01T00:00Z" },
    400,
    "InvalidParameterCombination",
    "The end time must be greater than the start time.",
  ],
])("%o is refused with %i %s", async (wrong, status, code, message) => {
  expect(await outcome(backupsOf(shop, wrong))).toEqual({
    status,
    Code: code,
    Message: expect.stringContaining(message),
  });
});

test("a request without its instance is refused", async () => {
  expect(await outcome(backupsOf(shop, { DBInstanceId: undefined }))).toMatchObject({
    status: 400,
    Code: "MissingDBInstanceId",
  });
});

test("an instance that does not exist is not found, and not an empty list", async () => {
  expect(await outcome(backupsOf("rm-bp1nobody"))).toMatchObject({
    status: 404,
    Code: "InvalidDBInstanceName.NotFound",
  });
});

test("what every RPC client may send along is let pass", async () => {
  const plumbing = { RegionId: "cn-hangzhou", OwnerId: "1", ResourceOwnerAccount: "a", SignatureType: "" };
  expect(await outcome(backupsOf(shop, plumbing))).toMatchObject({ status: 200 });
});

test("a parameter in query and body at once is refused", async () => {
  const signed = new URLSearchParams(signV2("POST", demoCredentials.owner, backupsOf(shop)));
  const reply = await read(fetch(`${emulator.url}/?DBInstanceId=${shop}`, { method: "POST", body: signed }));
  expect(reply.body).toMatchObject({ Code: "InvalidParameter", Message: "The parameter DBInstanceId was sent twice." });
});

test("parameters may be split between query and body", async () => {
  const { Action = "", Version = "", ...rest } = signV2("POST", demoCredentials.owner, backupsOf(shop));
  const reply = await fetch(`${emulator.url}/?${new URLSearchParams({ Action, Version })}`, {
    method: "POST",
    body: new URLSearchParams(rest),
  });
  expect(reply.status).toBe(200);
});

test("only GET and POST are known", async () => {
  const signed = new URLSearchParams(signV2("GET", demoCredentials.owner, backupsOf(shop)));
  const reply = await read(fetch(`${emulator.url}/?${signed}`, { method: "DELETE" }));
  expect([reply.status, reply.body.Code]).toEqual([403, "UnsupportedHTTPMethod"]);
});

test("without a format the reply is XML, and so is an error", async () => {
  const asXml = { Format: undefined, PageSize: "30" };
  const reply = await ask(emulator, backupsOf(shop, asXml), { method: "GET" });
  expect(reply.headers.get("content-type")).toContain("text/xml");
  expect(reply.text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<DescribeBackupsResponse><RequestId>/);
  expect(reply.text.match(/<Backup><BackupId>/g)).toHaveLength(30);
  expect(reply.text).toContain("&amp;OSSAccessKeyId=");

  const error = await ask(emulator, backupsOf("rm-bp1nobody", asXml));
  expect(error.text).toMatch(/<Error><RequestId>.*<Code>InvalidDBInstanceName\.NotFound<\/Code>/);
});

test("every request is remembered as it came", async () => {
  emulator.clearRequests();
  await ask(emulator, backupsOf(shop, { PageSize: "30" }));
  await ask(emulator, backupsOf("rm-bp1nobody"), { method: "GET" });
  const [first, second] = emulator.requests();

  expect(first).toMatchObject({ method: "POST", target: "/", action: "DescribeBackups", status: 200 });
  expect(first?.body).toContain("DBInstanceId=rm-bp1shop0healthy01");
  expect(first?.parameters).toMatchObject({ PageSize: "30", Format: "JSON" });
  expect(first?.headers["content-type"]).toContain("application/x-www-form-urlencoded");
  expect(second).toMatchObject({ method: "GET", body: "", status: 404, code: "InvalidDBInstanceName.NotFound" });
  expect(second?.target).toContain("DBInstanceId=rm-bp1nobody");
});
