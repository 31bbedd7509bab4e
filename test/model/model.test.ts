import { expect, test } from "vitest";
import { families } from "./families.ts";
import { checkScenarios } from "./run/checkScenarios.ts";

test.each([
  ["a service in order", 700],
  ["a list that changes while it is read", 500],
  ["requests that fail for 20 seconds", 350],
  ["requests that fail while a list changes", 300],
  ["counts that are wrong", 150],
] as const)("the answers about %s are the model's (%i scenarios)", { timeout: 120_000 }, async (name, runs) => {
  expect(await checkScenarios(families[name], { runs })).toBeUndefined();
});
