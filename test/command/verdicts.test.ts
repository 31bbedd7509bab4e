import { describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { operations } from "../../provider/operations/index.ts";
import { environmentFor, noRetries, runProgram, usePackedCommand } from "../support/command/commandProcess.ts";
import { questions } from "../support/command/questions.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

/** The codes that docs/command.md promises. */
const codes = { pass: 0, fail: 1, pending: 2, unknown: 3 };

const emulator = await useEmulator(() => startEmulator());
const { program } = usePackedCommand();
const check = (operation: string, args: readonly string[]) =>
  runProgram(program, ["check", operation, ...args, "--output", "json", ...noRetries.args], {
    env: environmentFor(emulator),
    input: noRetries.input,
  });

test("every operation is asked", () => {
  expect(new Set(questions.map(({ operation }) => operation)).size).toBe(operations.length);
});

describe("the exit code of check, from the packed package", () => {
  test.each(questions)("$operation: $verdict", async ({ operation, verdict, args }) => {
    const { code, stdout, stderr } = await check(operation, args);

    expect(JSON.parse(stdout)).toMatchObject({ evaluated: true, verdict });
    expect(stderr).toBe("");
    expect(code).toBe(codes[verdict]);
  });

  test.each(questions.filter(({ verdict }) => verdict === "pass"))(
    "$operation: unknown, when what answers is no service",
    async ({ operation, args }) => {
      emulator.inject({ kind: "html", times: "always" });
      const { code, stdout } = await check(operation, args);

      expect(JSON.parse(stdout)).toMatchObject({ evaluated: true, verdict: "unknown" });
      expect(code).toBe(codes.unknown);
    },
  );
});
