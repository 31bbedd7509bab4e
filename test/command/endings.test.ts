import type { ChildProcess } from "node:child_process";
import { describe, expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import { environmentFor, noRetries, runProgram, usePackedCommand } from "../support/command/commandProcess.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { failed, healthy, latestHealthyBackup, stale, untilReceived } from "../support/plugin/pluginScene.ts";

/*
 * How the command ends when something is wrong: never with 0, and each in the code that docs/command.md promises.
 */
const emulator = await useEmulator(() => startEmulator());
const { program } = usePackedCommand();
const run = (args: readonly string[], options = {}) =>
  runProgram(program, args, { env: environmentFor(emulator), ...options });

const pass = ["check", "backup", "--db-instance-id", healthy, "--max-age", "26h"];
const latest = ["latest", "backup", "--db-instance-id", healthy];
const nobodyListens = { ...environmentFor({ url: "http://127.0.0.1:1" }) };

describe("wrong usage ends with 64, before anything is asked", () => {
  test.each([
    ["no command", [], "Usage:"],
    ["a command that there is not", ["chekc", "backup"], "Did you mean check?"],
    ["an operation that there is not", ["check", "bakcup"], "Did you mean backup?"],
    ["an option that there is not", [...pass, "--max-ages", "1h"], "Did you mean --max-age?"],
    ["no instance", ["check", "backup"], "--db-instance-id: is required, or --db-instance-ids"],
    [
      "a value that is none",
      ["check", "backup", "--db-instance-id", healthy, "--max-age", "26"],
      "--max-age: expected",
    ],
    ["a word that is none", [...pass, "--backup-type", "Full"], "--backup-type: expected one of FullBackup"],
    ["an option twice", [...pass, "--max-age", "99d"], "It is there twice"],
    ["what excludes one another", [...pass, "--db-instance-ids", "rm-2"], "cannot be combined with --db-instance-id"],
    ["an argument without a name", [...pass, stale], "too many arguments"],
    ["a time to wait that is none", [...pass, "--wait", "soon"], "--wait: expected a duration"],
    ["an output that there is not", [...pass, "--output", "yaml"], "--output: expected one of text, json, markdown"],
    [
      "a list that is not there",
      ["check", "backup", "--db-instance-ids-from", "nowhere.txt"],
      "cannot be read: ENOENT",
    ],
    ["a field that there is not", [...latest, "--field", "backupID"], "did you mean backupId?"],
  ])("%s", async (_, args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(code).toBe(64);
    expect(emulator.requests()).toEqual([]);
  });

  test("an empty list of instances, which is no pass of nothing", async () => {
    const empty = ["check", "backup", "--db-instance-ids-from", "-"];
    const { code, stderr } = await run(empty, { input: "# none today\n\n" });
    expect(stderr).toContain("--db-instance-ids: must name at least one");
    expect(code).toBe(64);
  });

  test("the help of check is printed, and is no pass", async () => {
    const { code, stdout } = await run([...pass, "--help"]);
    expect(stdout).toContain("--max-age <text>");
    expect(code).toBe(64);
    expect(await run(["--help"])).toMatchObject({ code: 0, stderr: "" });
  });
});

const { input } = noRetries;

describe("the service", () => {
  test.each([
    ["no network", nobodyListens, 3, 69],
    ["a wrong key", environmentFor(emulator, { ...demoCredentials.owner, secretKey: "wrong" }), 3, 77],
    ["a key without the permission", environmentFor(emulator, demoCredentials.powerless), 3, 77],
  ])("%s is the verdict unknown, and has a code of its own where there is none", async (_, env, verdictCode, code) => {
    expect(await run([...pass, ...noRetries.args], { env, input })).toMatchObject({ code: verdictCode });
    const ended = await run([...latest, ...noRetries.args], { env, input });
    expect(ended).toMatchObject({ code, stdout: "" });
    expect(ended.stderr).toContain("What to do: ");
  });

  test("none good enough is 1 for latest, with the report on standard error", async () => {
    const none = await run(["latest", "backup", "--db-instance-id", stale, "--max-age", "26h"]);
    expect(none).toMatchObject({ code: 1, stdout: "" });
    expect(none.stderr).toMatch(/^rm-bp1wiki00stale001 \(cn-hangzhou\): .*older than 26h/);
  });

  test("an instance that it does not know is 64, and a reply that is none 76", async () => {
    expect(await run(["list", "backups", "--db-instance-id", "rm-bp1nobody"])).toMatchObject({ code: 64, stdout: "" });
    emulator.inject({ kind: "html", times: "always" });
    expect(await run([...latest, ...noRetries.args], { input })).toMatchObject({ code: 76, stdout: "" });
  });
});

describe("the output", () => {
  const closed = (redirect: string, args: readonly string[]) =>
    runProgram("/bin/sh", ["-c", `exec "$@" ${redirect}`, "sh", program, ...args], { env: environmentFor(emulator) });

  test("a pass that nobody reads any more ends with 141", async () => {
    const whileRunning = ({ stdout }: ChildProcess) => stdout?.destroy();
    const { code, stderr } = await run(pass, { whileRunning });
    expect(stderr).toContain("nobody reads it any more");
    expect(code).toBe(141);
  });

  const isLinux = process.platform === "linux";
  const onLinux = (what: string) => (isLinux ? what : `${what}: told on Linux only`);
  test.skipIf(!isLinux)(onLinux("a pass on a full disk, or into a closed output, ends with 74"), async () => {
    expect(await closed(">/dev/full", pass)).toMatchObject({ code: 74, stderr: expect.stringContaining("ENOSPC") });
    const lost = await closed(">&-", pass);
    expect(lost).toMatchObject({ code: 74, stderr: expect.stringContaining("standard output is closed") });
    expect(await closed(">&-", [...latest, "--field", "backupId"])).toMatchObject({ code: 74 });
  });

  test("who wants the exit code alone says so, and gets it wherever the output goes", async () => {
    expect(await closed(">/dev/null", pass)).toMatchObject({ code: 0, stderr: "" });
    expect(await closed(">&-", [...pass, "--quiet"])).toMatchObject({ code: 0, stderr: "" });
    expect(await closed("2>&-", pass)).toMatchObject({ code: 0 });
    expect(await run(["check", "backup", "--db-instance-id", failed, "--no-failure-since-success", "--quiet"])).toEqual(
      {
        code: 1,
        signal: null,
        stdout: "",
        stderr: "",
      },
    );
  });
});

test.each([
  ["Ctrl-C", "SIGINT", 130],
  ["SIGTERM", "SIGTERM", 143],
] as const)("%s ends it at once, also while it waits for the service", async (_, signal, code) => {
  emulator.inject({ kind: "stall", when: "beforeHeaders", times: "always" });
  let child: ChildProcess | undefined;
  const running = run([...pass, "--wait", "30m"], { whileRunning: (started: ChildProcess) => (child = started) });
  await untilReceived(emulator, 1);
  child?.kill(signal);

  expect(await running).toMatchObject({ code, signal: null, stdout: "" });
});

test("a field is printed alone, for a script", async () => {
  expect(await run([...latest, "--field", "backupId"])).toEqual({
    code: 0,
    signal: null,
    stdout: `${latestHealthyBackup}\n`,
    stderr: "",
  });
});
