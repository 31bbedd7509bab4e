import { randomUUID } from "node:crypto";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { realHost } from "../core/realHost.ts";
import type { CommandIo } from "./commandIo.ts";
import type { CommandResult } from "./commandResult.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { tellGitHub, wrapIfWorkflowCommands } from "./github.ts";
import { runCommand } from "./runCommand.ts";
import { StatusLine } from "./StatusLine.ts";
import { tryWriteToStdout } from "./tryWriteToStdout.ts";

/** Runs the command in this process, and ends the process with its exit code. */
export function main(args: readonly string[]): void {
  // A process that runs out of work before it has an answer, or whose code breaks, must not look like a pass.
  process.exitCode = exitCodes.internal;
  const statusLine = new StatusLine(process.stderr);
  const tell = (line: string) => statusLine.writeLine(line);
  process.on("uncaughtException", (error) => {
    tell(`a fault of this command: ${error.message}`);
    process.exit(exitCodes.internal);
  });
  const stop = new AbortController();
  const endOn = (signal: NodeJS.Signals, code: number, what: string) =>
    process.on(signal, () => {
      stop.abort();
      tell(`${what}: there is no verdict.`);
      process.exit(code);
    });
  endOn("SIGINT", exitCodes.interrupted, "interrupted");
  endOn("SIGTERM", exitCodes.terminated, "terminated");

  const io: CommandIo = {
    host: realHost,
    signal: stop.signal,
    readText: (path) => readFileSync(path === "-" ? 0 : path, "utf8"),
    writeFile: writeFileSync,
    tell,
    status: (line) => statusLine.show(line),
  };
  void runCommand(args, io).then(async (result) => {
    statusLine.clear();
    process.exit(await deliver(result, io));
  });
}

async function deliver(result: CommandResult, io: CommandIo): Promise<ExitCode> {
  tellGitHub(result, io, appendFileSync);
  const isAction = io.host.env.GITHUB_ACTIONS === "true";
  const failure = await tryWriteToStdout(isAction ? wrapIfWorkflowCommands(result.text, randomUUID()) : result.text);
  if (failure === undefined) return result.code;
  io.tell(failure.reason);
  return failure.code;
}
