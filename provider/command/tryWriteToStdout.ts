import { fstatSync, readFileSync } from "node:fs";
import { type ExitCode, exitCodes } from "./exitCodes.ts";

interface OutputFailure {
  readonly reason: string;
  readonly code: ExitCode;
}

/** Writes all of the text to standard output. Resolves to what went wrong, if anything did. */
export function tryWriteToStdout(text: string): Promise<OutputFailure | undefined> {
  const { stdout } = process;
  if (text === "") return Promise.resolve(undefined);
  if (isClosed()) return Promise.resolve(failureOf("standard output is closed"));
  return new Promise((resolve) => {
    stdout.on("error", (error) => resolve(describe(error)));
    stdout.write(text, (error) => resolve(error ? describe(error) : undefined));
  });
}

function describe(error: Error): OutputFailure {
  const { message } = error;
  const isBrokenPipe = "code" in error && error.code === "EPIPE";
  return isBrokenPipe ? { ...failureOf("nobody reads it any more"), code: exitCodes.brokenPipe } : failureOf(message);
}

function failureOf(why: string): OutputFailure {
  const remedy = "redirect it to a file or to /dev/null, or use --quiet where the exit code is all that is wanted";
  return { reason: `The output could not be written, ${why}: ${remedy}.`, code: exitCodes.output };
}

/**
 * In place of a standard output that is closed, Node opens /dev/null, for reading and writing, and all would seem to be
 * well. A shell opens it for writing only where somebody really wants it. Told on Linux alone.
 */
function isClosed(): boolean {
  try {
    const nothing = fstatSync(1);
    const devNull = 0x103;
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync("/proc/self/fdinfo/1", "utf8"))?.[1] ?? "1";
    const [mode, readAndWrite] = [Number.parseInt(flags, 8) & 3, 2];
    return nothing.isCharacterDevice() && nothing.rdev === devNull && mode === readAndWrite;
  } catch {
    return false;
  }
}
