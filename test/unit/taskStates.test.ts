import { expect, test } from "vitest";
import type { TaskStates } from "../../provider/core/taskStates.ts";
import { taskStateReasons } from "../../provider/core/taskStates.ts";

const states: TaskStates = {
  good: ["Done"],
  pending: ["Going", "check_pass"],
  needsPerson: { Stuck: "push it" },
  failed: ["Broken"],
};
const judge = (state: string | undefined) => taskStateReasons(states, "state", state);

test.each(["Done", "done", "DONE", " Done "])("%j is good, without a word", (state) => {
  expect(judge(state)).toEqual([]);
});

test.each(["Going", "going", "CHECK_PASS"])("%j is pending, and waiting can help", (state) => {
  expect(judge(state)).toEqual([{ rule: "state", message: `it is ${state}`, verdict: "pending", terminal: false }]);
});

test("what needs a person says what to do, and is pending", () => {
  expect(judge("stuck")).toEqual([
    { rule: "state", message: "it is stuck: push it", verdict: "pending", terminal: false },
  ]);
});

test("what failed is over", () => {
  expect(judge("Broken")).toEqual([{ rule: "state", message: "it is Broken", verdict: "fail", terminal: true }]);
});

test.each([
  "Don",
  "Donee",
  "Done!",
  "check-pass",
  "checkpass",
  "G oing",
  "готово",
  "Ｄone",
  "constructor",
  "__proto__",
])("%j is unknown: not guessed, and not terminal", (state) => {
  expect(judge(state)).toMatchObject([{ rule: "state", verdict: "unknown", terminal: false }]);
});

test("no state at all is unknown", () => {
  expect(judge(undefined)).toMatchObject([{ verdict: "unknown", message: "it has no readable state" }]);
});
