import { type Command, CommanderError, type OutputConfiguration } from "commander";
import type { CommandInvocation } from "./commandInvocation.ts";
import type { CommandIo } from "./commandIo.ts";
import type { CommandResult } from "./commandResult.ts";
import { commandTree } from "./commandTree.ts";
import { errorOutcome } from "./errorOutcome.ts";
import { exitCodes } from "./exitCodes.ts";
import { readArgumentOptions } from "./readArgumentOptions.ts";
import { withCommandSession } from "./withCommandSession.ts";

/** Does what the arguments ask for. Every error is a result: told on standard error, with its exit code. */
export async function runCommand(args: readonly string[], io: CommandIo): Promise<CommandResult> {
  const argumentNames: string[] = [];
  try {
    const parsed = parse(args, io);
    if ("code" in parsed) return parsed;
    const { inputs, options, run } = parsed;
    argumentNames.push(...Object.keys(inputs.shape));
    const values = readArgumentOptions(inputs, options.all, io.readText);
    return await withCommandSession(io, options.configFrom, (session) => run(session, values, io));
  } catch (error) {
    const { text, code } = errorOutcome(error, argumentNames);
    io.tell(text);
    const [headline = ""] = text.split("\n");
    return { text: "", code, summary: { headline, report: text, markdown: "" } };
  }
}

/** What is asked for; or, where that is the help or a mistake, the end of it. */
function parse(args: readonly string[], io: CommandIo): CommandInvocation | CommandResult {
  let invocation: CommandInvocation | undefined;
  let text = "";
  const commandLine = commandTree((chosen) => {
    invocation = chosen;
  });
  const writeOut = (part: string) => {
    text += part;
  };
  configureOutput(commandLine, { writeOut, writeErr: (part) => io.tell(part.trimEnd()) });
  try {
    commandLine.parse([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { text, code: isDone(error, args) ? exitCodes.done : exitCodes.usage };
  }
  if (invocation === undefined) throw new Error("No command was chosen.");
  return invocation;
}

/** Commands take over the settings of their parent when they are made, and these were made before. */
function configureOutput(command: Command, output: OutputConfiguration): void {
  command.configureOutput(output);
  for (const each of command.commands) configureOutput(each, output);
}

/** Whoever asks for help or version has it. But a line of `check` ends with 0 for a pass only. */
function isDone({ exitCode }: CommanderError, args: readonly string[]): boolean {
  return exitCode === 0 && args.find((argument) => !argument.startsWith("-")) !== "check";
}
