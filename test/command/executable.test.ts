import { describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import manifest from "../../package.json" with { type: "json" };
import { isCommandLine } from "../../provider/bin/isCommandLine.mts";
import { environmentFor, noRetries, runProgram } from "../support/command/commandProcess.ts";
import { questions } from "../support/command/questions.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { useOwnExecutable } from "../support/plugin/useOwnExecutable.ts";

describe("Pulumi is told from a person", () => {
  test.each([
    [[]],
    [["127.0.0.1:34567"]],
    [["--logtostderr", "-v=9", "127.0.0.1:34567"]],
    [["--tracing", "file:./trace", "127.0.0.1:34567"]],
    [["--tracing", "collector", "127.0.0.1:34567"]],
    [["[::1]:34567"]],
    [["--logflow"]],
    [["--version"]],
  ])("what Pulumi passes is the plugin's: %j", (args) => {
    expect(isCommandLine(args)).toBe(false);
  });

  test.each([
    [["check", "backup"]],
    [["chekc", "backup"]],
    [["--output", "json", "check", "backup"]],
    [["check", "--version"]],
    [["list", "backups", "--end-time", "2026-08-10T03:00:00Z"]],
    [["help"]],
    [["--help"]],
    [["-h"]],
  ])("a word is the command's, a misspelt one too: %j", (args) => {
    expect(isCommandLine(args)).toBe(true);
  });
});

// What the command does is tested beside this file. Here: that the released executable ends with the same codes.
describe("the command in the executable, alone in its folder", () => {
  const executable = useOwnExecutable();
  const codes = { pass: 0, fail: 1, pending: 2 };
  const emulatorStart = useEmulator(() => startEmulator());
  const noNetwork = { ...environmentFor({ url: "http://127.0.0.1:1" }), PATH: "" };

  test.each(questions)("$operation: $verdict, without Node on PATH", async ({ operation, verdict, args }) => {
    const env = { ...environmentFor(await emulatorStart), PATH: "" };
    const { code, stdout, stderr } = await runProgram(executable(), ["check", operation, ...args], { env });
    expect(stdout).not.toBe("");
    expect(stderr).toBe("");
    expect(code).toBe(codes[verdict]);
  });

  test.each(questions.filter(({ verdict }) => verdict === "pass"))(
    "$operation: unknown, without a network",
    async ({ operation, args }) => {
      const { input } = noRetries;
      const question = ["check", operation, ...args, ...noRetries.args];
      expect(await runProgram(executable(), question, { env: noNetwork, input })).toMatchObject({
        code: 3,
        stderr: "",
      });
    },
  );

  test("wrong usage is 64, and the version its own", async () => {
    const env = noNetwork;
    expect(await runProgram(executable(), ["chekc"], { env })).toMatchObject({ code: 64, stdout: "" });
    expect(await runProgram(executable(), ["--version"], { env })).toMatchObject({
      code: 0,
      stdout: `${manifest.version}\n`,
    });
  });
});
