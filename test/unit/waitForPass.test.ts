import { describe, expect, test } from "vitest";
import { CancelledError } from "../../provider/core/errors/CancelledError.ts";
import { failReason, type Reason, unknownReason } from "../../provider/core/reason.ts";
import { describeWaitEnd } from "../../provider/gates/waitEnd.ts";
import { waitForPass } from "../../provider/gates/waitForPass.ts";
import type { Assessment } from "../../provider/lookups/evaluateOneSubject.ts";
import { verdictOf } from "../../provider/lookups/verdict.ts";
import { HOUR, NOW } from "../support/fixtures/backups.ts";
import { fakeHost } from "../support/lookups/fakeHost.ts";
import { failure } from "../support/lookups/lookups.ts";

const old = failReason("maxAge", "the newest usable backup is 30h old, older than 26h");
const state = (message: string): Reason => ({ rule: "status", message, verdict: "pending", terminal: false });
const [queued, running] = [state("it is NoStart"), state("it is Running")];
const lost = unknownReason("service", "no answer");

const terminal = (reason: Reason): Reason => ({ ...reason, terminal: true });
const noFailure = (_: Assessment, _since: number): string | undefined => undefined;

function assessment(...reasons: Reason[]): Assessment {
  return {
    verdict: verdictOf(reasons),
    reasons,
    report: "",
    best: undefined,
    withGoodRow: [],
    rows: [],
    region: "cn-hangzhou",
    regionOrUrl: "cn-hangzhou",
    now: NOW,
  };
}

/** Waits on answers that come one a look; the last one comes for ever. */
async function waitOn(
  answers: readonly (readonly Reason[])[],
  { limitMs = HOUR, failureSince = noFailure, cancelAfter = -1, cancelledPoll = false } = {},
) {
  const stop = new AbortController();
  const host = fakeHost(NOW, { onSleep: () => host.sleeps.length === cancelAfter && stop.abort() });
  const lines: string[] = [];
  const [first = [], ...later] = answers;
  let looks = 0;
  const look = () =>
    cancelledPoll
      ? Promise.reject(new CancelledError())
      : Promise.resolve(assessment(...(later[Math.min(looks++, later.length - 1)] ?? first)));
  const wait = await waitForPass({ host, signal: stop.signal }, assessment(...first), {
    look,
    beganAt: 0,
    limitMs,
    failureSince,
    status: (line) => lines.push(line),
  });
  return { ...wait, sleeps: host.sleeps.map((ms) => ms / 1000), lines };
}

test("success at the third look: two pauses, a line before each", async () => {
  const { last, sleeps, lines } = await waitOn([[queued], [running], []]);

  expect(last.verdict).toBe("pass");
  expect(sleeps).toEqual([5, 10]);
  expect(lines).toEqual(["look 1, 0s, it is NoStart, next look in 5s", "look 2, 5s, it is Running, next look in 10s"]);
});

test("of several reasons: the first, and how many more; each time that this changes it is another state", async () => {
  const task = (id: number) => state(`migrate task ${id}: it is Running`);
  const three = [task(1), task(2), task(3)];
  const { lines, history } = await waitOn([three, three, three.slice(1), three.slice(2)], { limitMs: 35_000 });

  expect(lines.map((line) => line.split(", next")[0])).toEqual([
    "look 1, 0s, migrate task 1: it is Running, and 2 more",
    "look 2, 5s, migrate task 1: it is Running, and 2 more",
    "look 3, 15s, migrate task 2: it is Running, and 1 more",
  ]);
  expect(history).toBe(
    "waited 35s in 4 looks; seen: migrate task 1: it is Running, and 2 more (from 2026-08-10T12:00:30Z); " +
      "migrate task 2: it is Running, and 1 more (from 2026-08-10T12:00:45Z); " +
      "migrate task 3: it is Running (from 2026-08-10T12:01:05Z)",
  );
});

test("intervals grow up to a minute, and the last one ends at the limit", async () => {
  const { last, sleeps, lines } = await waitOn([[old]], { limitMs: 5 * 60_000 });

  expect(sleeps).toEqual([5, 10, 20, 40, 60, 60, 60, 45]);
  expect(last.verdict).toBe("fail");
  expect(lines[4]).toBe("look 5, 1m 15s, the newest usable backup is 30h old, older than 26h, next look in 1m");
});

test("the last look is at the limit itself: what passes by then has passed", async () => {
  const { last, sleeps } = await waitOn([[running], [running], []], { limitMs: 12_000 });

  expect(sleeps).toEqual([5, 7]);
  expect(last.verdict).toBe("pass");
});

test("a limit of nothing is one look and no pause", async () => {
  const { sleeps, lines, history } = await waitOn([[old]], { limitMs: 0 });

  expect(sleeps).toEqual([]);
  expect(lines).toEqual([]);
  expect(history).toContain("in 1 look;");
});

describe("M4: how a wait ended", () => {
  const history = "waited 15s in 3 looks; seen: it is Running (from 2026-08-10T12:00:30Z); ";

  test("with a pass, though time was over too", async () => {
    const { end, sleeps } = await waitOn([[running], []], { limitMs: 5_000 });

    expect(end).toEqual({ kind: "passed" });
    expect(sleeps).toEqual([5]);
  });
  test("timed out: the report says that it gave up", async () => {
    const { end, history } = await waitOn([[running]], { limitMs: 15_000 });

    expect(end).toEqual({ kind: "timedOut" });
    expect(describeWaitEnd({ kind: "timedOut" }, history)).toBe(
      "Gave up: waited 15s in 3 looks; seen: it is Running (from 2026-08-10T12:00:30Z).",
    );
  });
  test.each<readonly [string, Reason]>([
    ["an answer that is unknown and stays so", terminal(lost)],
    ["an answer that waiting cannot change", terminal(failReason("status", "it is Failed"))],
  ])("early, by %s", async (_, reason) => {
    const { end, last, sleeps } = await waitOn([[running], [running], [reason], []]);

    expect(end).toEqual({ kind: "terminal", reason: reason.message });
    expect(last.verdict).toBe(reason.verdict);
    expect(sleeps).toEqual([5, 10]);
  });
  test("the terminal reason is the one that is told, wherever it stands", async () => {
    const { end } = await waitOn([[running], [running, terminal(failReason("status", "rm-2: it is Failed"))]]);

    expect(end).toEqual({ kind: "terminal", reason: "rm-2: it is Failed" });
    expect(describeWaitEnd({ kind: "terminal", reason: "rm-2: it is Failed" }, `${history}it is Failed`)).toBe(
      `The wait ended early: rm-2: it is Failed, and waiting cannot change that; ${history}it is Failed.`,
    );
  });
  /** From the answer with this number on. */
  const failsFrom = (looks: number) => {
    let answers = 0;
    return (_: Assessment, since: number) => (answers++ >= looks && since === NOW ? "backup 12" : undefined);
  };
  test("early, by something that failed after the wait had begun", async () => {
    const { end, sleeps } = await waitOn([[old]], { failureSince: failsFrom(2) });

    expect(end).toEqual({ kind: "failedMeanwhile", failure: "backup 12" });
    expect(sleeps).toEqual([5, 10]);
    expect(describeWaitEnd({ kind: "failedMeanwhile", failure: "backup 12" }, "waited 15s in 3 looks")).toBe(
      "The wait ended early: backup 12 failed after the wait had begun; waited 15s in 3 looks.",
    );
  });
  test("a cause in the last answer is told, rather than that time was over", async () => {
    const limitMs = 5_000;

    expect((await waitOn([[running], [terminal(lost)]], { limitMs })).end.kind).toBe("terminal");
    expect((await waitOn([[running]], { limitMs, failureSince: failsFrom(1) })).end.kind).toBe("failedMeanwhile");
  });
  test("cancelled, in a pause: with what was seen until then", async () => {
    const { end, last, history } = await waitOn([[queued], [running]], { cancelAfter: 2 });

    expect(end).toEqual({ kind: "cancelled" });
    expect(last.verdict).toBe("pending");
    expect(describeWaitEnd({ kind: "cancelled" }, history)).toBe(
      "The wait was cancelled: waited 15s in 3 looks; seen: it is NoStart (from 2026-08-10T12:00:30Z); it is Running (from 2026-08-10T12:00:35Z).",
    );
  });
  test("cancelled while the service was asked", async () => {
    const { end } = await waitOn([[queued]], { cancelledPoll: true });

    expect(end).toEqual({ kind: "cancelled" });
  });
  test("any other error is no end of a wait", async () => {
    const host = fakeHost(NOW);
    const broken = () => Promise.reject(new TypeError("a mistake in this code"));
    const options = { look: broken, beganAt: 0, limitMs: HOUR, failureSince: noFailure, status: () => undefined };
    const { signal } = new AbortController();

    expect(await failure(waitForPass({ host, signal }, assessment(running), options))).toBeInstanceOf(TypeError);
  });
});

test("the history tells the looks, the time, and each state with the time from which it was seen", async () => {
  const { history } = await waitOn([[queued], [queued], [running]], { limitMs: 60_000 });

  // 5 + 10 + 20 + 25 seconds from 12:00:30 on; the first answer was NoStart, and so was the second.
  expect(history).toBe(
    "waited 1m in 5 looks; seen: it is NoStart (from 2026-08-10T12:00:30Z); it is Running (from 2026-08-10T12:00:45Z)",
  );
});

test("a state that comes back is told again", async () => {
  const { history } = await waitOn([[queued], [running], [queued]], { limitMs: 15_000 });

  expect(history).toBe(
    "waited 15s in 3 looks; seen: it is NoStart (from 2026-08-10T12:00:30Z); it is Running (from 2026-08-10T12:00:35Z); it is NoStart (from 2026-08-10T12:00:45Z)",
  );
});
