import { beforeEach, describe, expect, test } from "vitest";
import { ExchangeError } from "../../provider/client/http/ExchangeError.ts";
import type { HttpReply } from "../../provider/client/http/exchange.ts";
import type { OpenTransport } from "../../provider/client/popTransport.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import type { Phase } from "../../provider/gates/enforcementIn.ts";
import { evaluateGate } from "../../provider/gates/evaluateGate.ts";
import { backupRow, NOW, SHOP } from "../support/fixtures/backups.ts";
import { gateNamed } from "../support/lookups/gates.ts";
import { simulatedSession } from "../support/lookups/simulatedSession.ts";
import { SimulatedTime } from "../support/network/SimulatedTime.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

type Answer = (elapsedMs: number, sent: number) => Promise<HttpReply>;

const reply = (status: number, body: object): Promise<HttpReply> =>
  Promise.resolve({ status, headers: {}, text: JSON.stringify(body) });
const rows = (...backups: readonly object[]) =>
  reply(200, { RequestId: "R", TotalRecordCount: backups.length, Items: { Backup: backups } });
const refusal = (status: number, Code: string) => reply(status, { RequestId: "R", Code, Message: "no" });
const good = () => rows(backupRow("1", 5));
const old = () => rows(backupRow("1", 30));
const reset = () => Promise.reject(new ExchangeError("ECONNRESET", { code: "ECONNRESET" }));

let time: SimulatedTime;
let sent: number;
beforeEach(() => {
  time = new SimulatedTime(NOW);
  sent = 0;
});

/** Evaluates a gate in simulated time, with default settings, against a service that takes 100 ms to answer. */
async function gate(answer: Answer, more: JsonObject = {}, phase: Phase = "up") {
  const openTransport: OpenTransport = () => ({
    close: () => undefined,
    send: async (_action, _parameters, { signal, timeoutMs = 0 }) => {
      const number = sent++;
      await time.sleep(Math.min(100, timeoutMs), signal);
      return await answer(time.elapsed, number);
    },
  });
  const session = simulatedSession(time, openTransport);
  const lines: string[] = [];
  const inputs = { values: { dbInstanceId: SHOP, maxAge: "26h", waitFor: "5m", ...more }, unknown: new Set<string>() };
  const options = { phase, properties: undefined, status: (line: string) => lines.push(line), withSession: withIt };
  function withIt<T>(work: (each: typeof session) => Promise<T>) {
    return work(session);
  }
  const outcome = await time.during(evaluateGate(gateNamed("BackupGate"), inputs, options));
  return { report: "", ...outcome, lines, seconds: time.elapsed / SECOND };
}

describe("N3: a trouble that passes does not end a wait", () => {
  test.each<readonly [string, () => Promise<HttpReply>, string]>([
    ["503", () => refusal(503, "ServiceUnavailable"), "ServiceUnavailable"],
    ["resets", reset, "no reply came (ECONNRESET)"],
    ["throttling", () => refusal(400, "Throttling.User"), "Throttling.User"],
    [
      "a page of a proxy",
      () => Promise.resolve({ status: 200, headers: {}, text: "<html>hello" }),
      "not a JSON object",
    ],
    [
      "a list that is never whole",
      () => reply(200, { TotalRecordCount: 9, Items: { Backup: [backupRow("1", 5)] } }),
      "could not be read as a whole",
    ],
  ])("%s for 40 seconds, four seconds after it began", async (_, trouble, says) => {
    const outcome = await gate((at) => {
      if (at < 4 * SECOND) return old();
      return at < 44 * SECOND ? trouble() : good();
    });
    expect(outcome).toMatchObject({ kind: "passed", record: { backupId: "1" } });
    expect(outcome.lines.some((line) => line.includes(says))).toBe(true);
    expect(outcome.seconds).toBeLessThan(100);
  });

  test("from the first look on, which is told within seconds", async () => {
    const { kind, lines } = await gate((at) => (at < 40 * SECOND ? refusal(503, "ServiceUnavailable") : good()));
    expect(kind).toBe("passed");
    expect(lines[0]).toMatch(
      /^look 1, [56]s, DescribeBackups for rm-bp1shop failed: ServiceUnavailable: no.*, next look in 5s$/,
    );
  });

  test.each<readonly [string, () => Promise<HttpReply>]>([
    ["a wrong key", () => refusal(404, "InvalidAccessKeyId.NotFound")],
    ["a missing permission", () => refusal(403, "Forbidden.RAM")],
    ["a wrong request", () => refusal(400, "InvalidParameter")],
  ])("%s ends it at once, whenever it comes", async (_, trouble) => {
    const outcome = await gate((at) => (at < 4 * SECOND ? old() : trouble()));
    expect(outcome).toMatchObject({ kind: "refused", waitEnd: { kind: "terminal" } });
    expect(outcome.seconds).toBeLessThan(6);
  });
});

describe("N3b: an instance that was made in the same deployment", () => {
  test.each<readonly [string, number]>([
    ["OperationDenied.DBInstanceStatus", 403],
    ["IncorrectDBInstanceState", 403],
    ["Forbidden.InstanceNotFound", 404],
    ["InvalidDBInstanceId.NotFound", 400],
  ])("%s (HTTP %i) is asked again", async (code, status) => {
    const outcome = await gate((at) => (at < 50 * SECOND ? refusal(status, code) : good()));
    expect(outcome).toMatchObject({ kind: "passed", record: { backupId: "1" } });
    expect(outcome.lines[0]).toContain(code);
  });

  test("a state that does not allow the question is not about permission", async () => {
    const { report } = await gate(() => refusal(403, "OperationDenied.DBInstanceStatus"), { waitFor: null });
    expect(report).not.toContain("RAM action");
    expect(report).toContain("What to do: wait until rm-bp1shop is running again; a gate with waitFor does.");
  });

  test("two minutes of nothing else end it", async () => {
    const outcome = await gate(() => refusal(404, "InvalidDBInstanceName.NotFound"));
    expect(outcome).toMatchObject({ kind: "refused", waitEnd: { kind: "terminal" } });
    expect(outcome.report).toMatch(
      /The wait ended early: .*InvalidDBInstanceName\.NotFound.*, for 2m already, and waiting cannot change that/,
    );
    expect(outcome.seconds).toBeGreaterThanOrEqual(120);
    expect(outcome.seconds).toBeLessThan(123);
  });

  test("anything else in between begins the two minutes anew", async () => {
    const outcome = await gate((at) => {
      if (at > 70 * SECOND && at < 100 * SECOND) return old();
      return at < 170 * SECOND ? refusal(404, "InvalidDBInstanceName.NotFound") : good();
    });
    expect(outcome.kind).toBe("passed");
  });

  test("a state that does not allow the question is waited for to the end", async () => {
    const outcome = await gate(() => refusal(403, "OperationDenied.DBInstanceStatus"));
    expect(outcome).toMatchObject({ kind: "refused", waitEnd: { kind: "timedOut" } });
    expect(outcome.seconds).toBeGreaterThanOrEqual(300);
  });

  test.each(["InvalidDBInstanceName.NotFound", "ServiceUnavailable", "OperationDenied.DBInstanceStatus"])(
    "in a preview %s counts like pending",
    async (code) => {
      const outcome = await gate(() => refusal(403, code), {}, "preview");
      expect(outcome.kind).toBe("deferred");
      expect(outcome.report).toContain("In pulumi up the gate would wait up to 5m for it.");
    },
  );
});

describe("H11: a look cannot outlast the wait", () => {
  test.each<readonly [string, Answer]>([
    ["throttled", () => refusal(400, "Throttling.User")],
    ["failing", () => refusal(500, "InternalError")],
    ["reset", reset],
    [
      "throttled, and asked to come back in a minute",
      () =>
        Promise.resolve({ status: 400, headers: { "x-acs-retry-after": "60000" }, text: '{"Code":"Throttling.User"}' }),
    ],
  ])("%s for ever, with waitFor 10s", async (_, answer) => {
    const outcome = await gate(answer, { waitFor: "10s" });
    expect(outcome).toMatchObject({ kind: "refused", waitEnd: { kind: "timedOut" } });
    expect(outcome.report).toMatch(/^The state of backups is unknown: /);
    // The last look begins at the end of the time, and has a second.
    expect(outcome.seconds).toBeLessThanOrEqual(11.5);
  });

  test("one throttled look at the start costs no more than its pause", async () => {
    const outcome = await gate((_, number) => (number === 0 ? refusal(400, "Throttling.User") : good()), {
      waitFor: "10s",
    });
    expect(outcome.kind).toBe("passed");
    expect(outcome.seconds).toBeLessThan(2);
  });

  test("a failing one, with waitFor 2s", async () => {
    const outcome = await gate(() => refusal(500, "InternalError"), { waitFor: "2s" });
    expect(outcome.seconds).toBeLessThanOrEqual(3.5);
  });
});

describe("a backup set whose scope is not told", () => {
  const untold = (id: string) =>
    rows(
      backupRow(id, 5, { Engine: "SQLServer", BackupMode: "Manual", BackupScale: undefined, BackupDBNames: undefined }),
    );

  test("is waited for, and the status line says from the first look on what to set", async () => {
    const { lines, ...outcome } = await gate((at) => (at < MINUTE ? untold("1") : good()));
    expect(outcome.kind).toBe("passed");
    expect(lines[0]).toContain("assumeWholeInstance");
  });
  test("ends a wait for the pinned one", async () => {
    const outcome = await gate(() => untold("1"), { pin: "1", maxAge: null });
    expect(outcome).toMatchObject({ kind: "refused", lines: [] });
    expect(outcome.report).toContain("assumeWholeInstance");
  });
});
