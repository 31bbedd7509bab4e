import { expect, test } from "vitest";
import { families } from "./families.ts";
import { checkScenarios } from "./run/checkScenarios.ts";

test.each([
  ["a service in order", 700],
  ["a list that changes while it is read", 600],
  ["counts that are wrong", 200],
] as const)("the answers about %s are the model's (%i scenarios)", { timeout: 120_000 }, async (name, runs) => {
  expect(await checkScenarios(families[name], { runs })).toBeUndefined();
});

// Requests that fail are tried again by a count of attempts, and not by the time that is lost: an error is permitted.
test.each([
  ["requests that fail for 20 seconds", 250],
  ["requests that fail while a list changes", 250],
] as const)(
  "the answers about %s are the model's or errors (%i scenarios)",
  { timeout: 120_000 },
  async (name, runs) => {
    expect(await checkScenarios({ ...families[name], refusals: true }, { runs })).toBeUndefined();
  },
);
