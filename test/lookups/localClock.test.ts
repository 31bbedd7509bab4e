import { describe, expect, test } from "vitest";
import type { HttpReply } from "../../provider/client/http/exchange.ts";
import type { OpenTransport } from "../../provider/client/popTransport.ts";
import type { Settings } from "../../provider/client/settings.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { backupRow, HOUR, NOW, SHOP } from "../support/fixtures/backups.ts";
import { call, failure } from "../support/lookups/lookups.ts";
import { simulatedSession } from "../support/lookups/simulatedSession.ts";
import { SimulatedTime } from "../support/network/SimulatedTime.ts";

const MINUTE = 60_000;
const DAY = 24 * HOUR;
const VALID = 15 * MINUTE;

type Parameters = Readonly<Record<string, string>>;

interface Service {
  /** How far the local clock is ahead of the service's. */
  readonly aheadMs: number;
  readonly dated?: boolean;
  /** What it accepts, it answers with a date so long ago. */
  readonly datedAgoMs?: number;
  /** It refuses whatever the request says. */
  readonly stubborn?: boolean;
  readonly settings?: Settings;
}

/** A service that knows its time and refuses what was signed at another; the only backup is five hours old. */
function scene({ aheadMs, dated = true, datedAgoMs = 0, stubborn = false, settings }: Service) {
  const time = new SimulatedTime(NOW + aheadMs);
  const sent: Parameters[] = [];
  const openTransport: OpenTransport = () => ({
    close: () => undefined,
    send: (_, parameters, { timestamp = "" }) => {
      sent.push(parameters);
      return Promise.resolve(reply(timestamp));
    },
  });
  function reply(timestamp: string): HttpReply {
    const now = time.host.now() - aheadMs;
    const headers = dated ? { date: new Date(now).toUTCString() } : {};
    if (stubborn || Math.abs(Date.parse(timestamp) - now) > VALID) {
      const text =
        '{"RequestId":"R-1","Code":"InvalidTimeStamp.Expired","Message":"Specified time stamp or date value is expired."}';
      return { status: 400, headers, text };
    }
    const body = { RequestId: "R", TotalRecordCount: 1, Items: { Backup: [backupRow("1", 5)] } };
    const acceptedHeaders = dated ? { date: new Date(now - datedAgoMs).toUTCString() } : {};
    return { status: 200, headers: acceptedHeaders, text: JSON.stringify(body) };
  }
  const session = simulatedSession(time, openTransport, settings);
  const ask = (name: string, args: JsonObject = {}) => call(session, name, { dbInstanceId: SHOP, ...args });
  return { ask, sent, time };
}

describe("N4: a clock that is wrong", () => {
  test.each([20 * MINUTE, -20 * MINUTE, 3 * DAY, -3 * DAY])(
    "by %i ms: the offset is learned, and the lookup begins anew, once",
    async (aheadMs) => {
      const { ask, sent } = scene({ aheadMs });
      expect(await ask("getLatestBackup")).toMatchObject({ backupId: "1" });
      expect(sent).toHaveLength(2);
      // The window of the second request is that of the service's time: three days and one more back, half an hour ahead.
      expect(sent[1]).toMatchObject({ StartTime: "2026-08-06T12:00Z", EndTime: "2026-08-10T12:32Z" });
    },
  );

  test.each(["getBackups", "getBackup", "getBackupReadiness"])("in every kind of lookup: %s", async (name) => {
    const { ask, sent } = scene({ aheadMs: -2 * DAY });
    expect(await ask(name, name === "getBackup" ? { backupId: "1" } : {})).not.toMatchObject({ verdict: "unknown" });
    expect(sent).toHaveLength(2);
    expect(sent[1]?.EndTime).toBe("2026-08-10T12:32Z");
  });

  test("is learned once for all lookups that come later", async () => {
    const { ask, sent } = scene({ aheadMs: 20 * MINUTE });
    await ask("getLatestBackup");
    await ask("getBackups");
    expect(sent).toHaveLength(3);
  });

  test("costs lookups that were on their way together one request each", async () => {
    const { ask, sent, time } = scene({ aheadMs: DAY });
    const all = ["rm-1", "rm-2", "rm-3"].map((dbInstanceId) =>
      ask("getBackupReadiness", { dbInstanceId }).then(({ report }) => report),
    );
    const reports = await time.during(Promise.all(all));
    expect(reports.join()).not.toContain("InvalidTimeStamp");
    expect(sent).toHaveLength(6);
  });

  test("a backup is aged by the service's time, where the local clock is behind", async () => {
    const { ask } = scene({ aheadMs: -2 * DAY });
    expect(await ask("getBackupReadiness", { maxAge: "4h" })).toMatchObject({ verdict: "fail", ageSeconds: 5 * 3600 });
  });

  test("and never by one that is more than 31 minutes behind the local clock, whatever was learned", async () => {
    const { ask } = scene({ aheadMs: 2 * DAY });
    // 53 hours by the local clock.
    expect(await ask("getBackupReadiness", { maxAge: "26h" })).toMatchObject({ verdict: "fail" });
  });

  test("nor by one that is more than 31 minutes behind the time of the signature that the service accepted", async () => {
    const { ask } = scene({ aheadMs: -2 * DAY, datedAgoMs: 4 * HOUR });
    // 5 hours by the service's time, one hour by the date of its reply.
    expect(await ask("getBackupReadiness", { maxAge: "4h" })).toMatchObject({
      verdict: "fail",
      ageSeconds: 5 * 3600 - 31 * 60,
    });
  });
});

describe("N4, F23: the error says by how much the clock is off", () => {
  test("when the service goes on refusing: two requests, no more", async () => {
    const { ask, sent } = scene({ aheadMs: -20 * MINUTE, stubborn: true });
    const { message } = await failure(ask("getLatestBackup"));
    expect(message).toContain("(this machine's clock is 20m behind the service's)");
    expect(message).toContain("What to do: set the clock: this machine's clock is 20m behind the service's");
    expect(sent).toHaveLength(2);
  });
  test("when nothing may be tried twice", async () => {
    const { ask, sent } = scene({ aheadMs: 3 * HOUR, settings: { maxRetryTimeout: 0 } });
    expect((await failure(ask("getLatestBackup"))).message).toContain("3h ahead of the service's");
    expect(sent).toHaveLength(1);
  });
  test("but not when the reply is not dated", async () => {
    const { ask, sent } = scene({ aheadMs: 20 * MINUTE, dated: false });
    expect((await failure(ask("getLatestBackup"))).message).toContain("What to do: set this machine's clock");
    expect(sent).toHaveLength(1);
  });
  test("nor when the time was right and is refused all the same", async () => {
    const { ask, sent } = scene({ aheadMs: 0, stubborn: true });
    await failure(ask("getLatestBackup"));
    expect(sent).toHaveLength(1);
  });
});
