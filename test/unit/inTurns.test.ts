import { expect, test } from "vitest";
import { separateTurns } from "../../provider/core/inTurns.ts";

test("between two turns that are due at the same moment, what else is due is done", async () => {
  const done: string[] = [];
  const turn = separateTurns();
  const first = turn().then(() => done.push("page 2"));
  const second = turn().then(() => done.push("page 3"));
  await Promise.resolve();
  setImmediate(() => done.push("a reply"));
  await Promise.all([first, second]);
  expect(done).toEqual(["page 2", "a reply", "page 3"]);
});
