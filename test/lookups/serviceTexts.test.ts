import { describe, expect, test } from "vitest";
import { demoCredentials } from "../../emulator/index.ts";
import { stringToSign } from "../../emulator/service/signatures/readV2Signature.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, backupRow, SHOP } from "../support/fixtures/backups.ts";
import { evaluateGate } from "../support/lookups/gates.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { startAnswering } from "../support/network/answeringServer.ts";
import { findSecrets } from "../support/secrets/findSecrets.ts";

const emulator = await useEmulator();

const shop = { dbInstanceId: SHOP };
const temporary = { ...demoCredentials.temporary, securityToken: "CAIS+x/y==&z!(1)*abc%2Bdef" };

/** What a gate refuses with, and what its status lines and outputs are. */
async function askGate(given: JsonObject = shop) {
  return await evaluateGate(openSession(emulator), "BackupGate", given);
}

describe("S1: a service that repeats the string that was signed", () => {
  test.each([
    ["IncompleteSignature", "The request signature does not conform to Aliyun standards. server string to sign is:"],
    ["InvalidAccessKeyId.NotFound", "Specified access key is not found. String-To-Sign: "],
    ["SomethingNobodyKnows", "Refused, stringToSign="],
    ["InvalidParameter", "Refused: "],
  ])("%s: nothing of it is told", async (code, before) => {
    let signed = "";
    await using service = await startAnswering(({ form }) => {
      signed = stringToSign("POST", new Map(Object.entries(form)));
      return { status: 400, body: { Code: code, Message: `${before}${signed}`, RequestId: "R-1" } };
    });
    const settings = { ...temporary, endpoints: { rds: service.url } };

    const { message } = await failure(call(openSession(emulator, { settings }), "getBackups", shop));

    expect(findSecrets([{ where: "the service's own text", text: signed }], Object.values(temporary))).toHaveLength(2);
    expect(findSecrets([{ where: "error", text: message }], Object.values(temporary))).toEqual([]);
    expect(message).toContain(`failed: ${code}`);
    expect(message).toContain("RequestId R-1");
    expect(message).toContain("What to do: ");
  });
});

/** As a status word; with a line break, colours, and signs that turn lines around. */
const link = "https://b.oss.aliyuncs.com/f?OSSAccessKeyId=LTAI5tSomebody0000&Signature=s1gnature%3D";
const word = `Bro\r\nken\u001B[31m Signature=s1gnature&SecurityToken=t0ken, see\u202E ${link}`;
const shown = "Bro ken Signature=[redacted]&SecurityToken=[redacted], see https://b.oss.aliyuncs.com/f?[redacted]";
const planted = ["s1gnature", "t0ken", "LTAI5tSomebody0000", "\u001B", "\u202E"];

/** In none of it stands what was planted. */
function expectShown(value: unknown): void {
  const text = JSON.stringify(value);
  expect(planted.filter((secret) => text.includes(JSON.stringify(secret).slice(1, -1)))).toEqual([]);
}

describe("S2: a word of the service that holds a secret and more than a line", () => {
  test("is shown redacted and on one line in reasons and report, and so is the record", async () => {
    emulator.add(backup("1", 2, { BackupStatus: word }), backup("2", 5, { BackupMode: word, Engine: word }));

    const answer = await call(openSession(emulator), "getBackupReadiness", shop);

    expect(answer).toMatchObject({ verdict: "pass", backupId: "2", backup: { backupMode: shown, engine: shown } });
    expectShown(answer);
    const refused = await call(openSession(emulator), "getBackupReadiness", { ...shop, maxAge: "1h" });
    expect(refused.verdict).toBe("fail");
    expect(String(refused.report)).toContain("Bro ken Signature=[redacted]");
    expectShown(refused);
  });

  test("is shown so in a reason of its own", async () => {
    emulator.add(backup("1", 2, { BackupStatus: word }));

    const { reasons, report } = await call(openSession(emulator), "getBackupReadiness", { ...shop, pin: "1" });

    expect(reasons).toEqual([
      {
        rule: "backupStatus",
        message: `the pinned backup: the state is ${shown}, which is neither Success nor Failed`,
        terminal: false,
      },
    ]);
    expect(String(report).split("\n").length).toBeLessThanOrEqual(12);
    expectShown(report);
  });

  test("is shown so in lists, by ID, as the newest, in its error and in its warning", async () => {
    emulator.add(backup("1", 2, { BackupStatus: word }), backup("2", 5, { Engine: word }));
    const session = openSession(emulator);

    const answers = [
      await call(session, "getBackups", shop),
      await call(session, "getBackup", { ...shop, backupId: "1" }),
      await call(session, "getLatestBackup", shop),
      await call(session, "getLatestBackup", { ...shop, pin: "1" }),
    ];

    expect(answers[0]).toMatchObject({ ids: ["1", "2"], backups: [{ backupStatus: shown }, { engine: shown }] });
    expect(answers[1]).toMatchObject({ backupStatus: shown });
    expect(answers[2]).toMatchObject({ backupId: "2", engine: shown });
    expect(answers[3]).toMatchObject({ backupId: "1", usable: false, backupStatus: shown });
    expect(session.warnings).toEqual([expect.stringContaining(`the state is ${shown}`)]);
    const { message } = await failure(call(session, "getLatestBackup", { ...shop, maxAge: "1h" }));
    expectShown([answers, session.warnings, message]);
  });

  test("is shown so in what a gate records, refuses with and says while it waits", async () => {
    emulator.add(backup("2", 5, { Engine: word }));
    const passed = await askGate();
    expect(passed).toMatchObject({ kind: "passed", record: { backup: { backupId: "2", engine: shown } } });
    emulator.reset();
    emulator.add(backup("1", 2, { BackupMethod: word }));
    const refused = await askGate({ ...shop, waitFor: "1m" });
    expect(refused).toMatchObject({ kind: "refused" });
    expect(refused.lines.length).toBeGreaterThan(1);
    expectShown([passed, refused]);
  });

  test("is judged as it came: blanks around a word do not count, and an ID is handed on as it is", async () => {
    emulator.add(
      backup("LTAI5tSomebody0000", 2),
      backup("2", 5, { BackupDBNames: "Signature=a,b", BackupScale: "db" }),
    );
    const session = openSession(emulator);
    expect(await call(session, "getLatestBackup", shop)).toMatchObject({ backupId: "LTAI5tSomebody0000" });
    expect(await call(session, "getLatestBackup", { ...shop, databaseName: "Signature=a" })).toBeDefined();
    expect((await call(session, "getBackups", shop)).ids).toEqual(["LTAI5tSomebody0000", "2"]);
  });
});

describe("S2: the key that signs", () => {
  test("is taken out of a record, encoded or not, and out of a report before it is cut", async () => {
    const { secretKey } = demoCredentials.owner;
    const base64 = Buffer.from(`a${secretKey}b`).toString("base64");
    const half = `${"x".repeat(25)} ${secretKey}`;
    emulator.add(backup("1", 2, { Engine: secretKey, BackupLocation: base64, BackupType: half }));
    const session = openSession(emulator);

    const answers = [
      await call(session, "getBackup", { ...shop, backupId: "1" }),
      await call(session, "getBackupReadiness", shop),
    ];

    expect(answers[0]).toMatchObject({ engine: "[redacted]", backupType: `${"x".repeat(25)} [redacted]` });
    expect(findSecrets([{ where: "answers", text: JSON.stringify(answers) }])).toEqual([]);
    expect(JSON.stringify(answers)).not.toContain(secretKey.slice(0, 8));
  });
});

test("S2: an ID that holds the key is handed on as it is, and not told in a warning", async () => {
  const { secretKey } = demoCredentials.owner;
  emulator.add(backup("2", 2, { BackupEndTime: "x" }), backup(secretKey, 5));
  const session = openSession(emulator);
  expect(await call(session, "getLatestBackup", shop)).toMatchObject({ backupId: secretKey });
  expect(session.warnings.join()).toContain("The older backup [redacted] is returned.");
});

describe("H2: nothing is cut before it is judged", () => {
  const names = (last: string) => `${Array.from({ length: 400 }, (_, n) => `database${n}`).join(",")},${last}`;

  test("a list of database names that agrees with another in its first 1,000 characters", async () => {
    const single = { BackupScale: "database" };
    emulator.add(
      backup("1", 2, { ...single, BackupDBNames: names("orders") }),
      backup("2", 5, { ...single, BackupDBNames: names("users") }),
    );
    const session = openSession(emulator);

    const users = await call(session, "getLatestBackup", { ...shop, databaseName: "users" });
    expect(users).toMatchObject({ backupId: "2", backupDbNames: names("users") });
    expect(await call(session, "getLatestBackup", { ...shop, databaseName: "orders" })).toMatchObject({
      backupId: "1",
    });
    const { reasons, report } = await call(session, "getBackupReadiness", { ...shop, pin: "2" });
    expect(JSON.stringify(reasons).length).toBeLessThan(600);
    expect(String(report).length).toBeLessThan(3000);
  });

  test("two IDs of 256 characters that differ in the last one", async () => {
    const id = (last: string) => `${"9".repeat(255)}${last}`;
    emulator.add(backup(id("1"), 2), backup(id("2"), 5));
    const { ids } = await call(openSession(emulator), "getBackups", shop);
    expect(ids).toEqual([id("1"), id("2")]);
  });

  test.each(["BackupId", "DBInstanceId", "ResourceGroupId"])(
    "a %s of 257 characters makes the reply an error",
    async (name) => {
      emulator.add(backup("1", 2));
      emulator.inject({
        kind: "rewrite",
        times: 99,
        rewrite: (body) => ({
          ...body,
          TotalRecordCount: 2,
          Items: { Backup: [backupRow("1", 2), backupRow("2", 3, { [name]: "9".repeat(257) })] },
        }),
      });
      const { message } = await failure(call(openSession(emulator), "getBackups", shop));
      expect(message).toMatch(/DescribeBackups sent a row whose \w+Id is longer than 256 characters/);
      expect(message.length).toBeLessThan(1000);
    },
  );

  test("a field of 64 KiB is read, one of more cannot be, and counts against its row", async () => {
    const text = (length: number) => `orders,${"x".repeat(length - 7)}`;
    const single = { BackupScale: "database" };
    const question = { ...shop, databaseName: "orders" };
    emulator.add(backup("1", 2, { ...single, BackupDBNames: text(65_536) }));
    expect(await call(openSession(emulator), "getBackupReadiness", question)).toMatchObject({ verdict: "pass" });
    emulator.reset();
    emulator.add(backup("1", 2, { ...single, BackupDBNames: text(65_537) }));
    expect(await call(openSession(emulator), "getBackupReadiness", question)).toMatchObject({
      verdict: "unknown",
      reasons: [
        { message: "the only backup found is not usable (backup 1: it cannot be read which databases the set holds)" },
      ],
    });
    const [row] = Object.values(await call(openSession(emulator), "getBackups", shop));
    expect(JSON.stringify(row)).not.toContain("xxx");
  });
});
