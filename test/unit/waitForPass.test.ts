import { describe, expect, test } from "vitest";
import { fails, type Objection, unknown } from "../../provider/core/objection.ts";
import type { Assessment } from "../../provider/lookups/evaluate.ts";
import { waitForPass } from "../../provider/lookups/gate/waitForPass.ts";
import { rollUp } from "../../provider/lookups/rollUp.ts";
import { HOUR, NOW } from "../support/backups.ts";
import { fakeHost } from "../support/fakeHost.ts";
import { failure } from "../support/lookups.ts";

const old = fails("maxAge", "the newest usable backup is 30h old, older than 26h");
const state = (message: string): Objection => ({ rule: "status", message, verdict: "pending", terminal: false });
const [queued, running] = [state("it is NoStart"), state("it is Running")];
const lost = unknown("service", "no answer");

const never = (_: Assessment) => false;
const at = (verdict: Assessment["verdict"]) => (assessment: Assessment) => assessment.verdict === verdict;

function assessment(...reasons: Objection[]): Assessment {
  return {
    verdict: rollUp(reasons),
    reasons,
    report: "",
    best: undefined,
    rows: [],
    region: "cn-hangzhou",
    place: "cn-hangzhou",
    now: NOW,
  };
}

/** Waits on answers that come one a look; the last one comes for ever. */
async function waitOn(
  answers: readonly (readonly Objection[])[],
  { limitMs = HOUR, isOver = never, cancelAfter = -1 } = {},
) {
  const stop = new AbortController();
  const host = fakeHost(NOW, { onSleep: () => host.sleeps.length === cancelAfter && stop.abort() });
  const lines: string[] = [];
  const [first = [], ...later] = answers;
  let looks = 0;
  const look = () => Promise.resolve(assessment(...(later[Math.min(looks++, later.length - 1)] ?? first)));
  const ended = await waitForPass({ host, signal: stop.signal }, assessment(...first), {
    look,
    limitMs,
    isOver,
    status: (line) => lines.push(line),
  });
  return { ...ended, sleeps: host.sleeps.map((ms) => ms / 1000), lines };
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

describe("what ends it before its time", () => {
  test.each([
    ["an answer that is unknown and stays so", lost, "unknown" as const],
    ["an answer that waiting cannot change", fails("status", "it is Failed"), "fail" as const],
  ])("%s", async (_, ends, verdict) => {
    const { last, sleeps } = await waitOn([[running], [running], [ends], []], { isOver: at(verdict) });

    expect(last.verdict).toBe(verdict);
    expect(sleeps).toEqual([5, 10]);
  });
  test("Cancel, in a pause", async () => {
    const cancelled = await failure(waitOn([[running]], { cancelAfter: 2 }));

    expect(cancelled).toMatchObject({ name: "CancelledError" });
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
