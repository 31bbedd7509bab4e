import { spawn } from "node:child_process";
import { constants } from "node:os";
import { createInterface } from "node:readline";
import { toolsFolder } from "./enginePins.ts";

const timeLimit = 60 * 60 * 1000;

/** Runs a go command in a folder, gives each line of its stderr to `onLine`, and resolves to the lines of its stdout. */
export function runGo(
  args: readonly string[],
  onLine: (line: string) => void,
  folder: string = toolsFolder,
): Promise<string[]> {
  const [verb = "", ...rest] = args;
  const child = spawn("go", [verb, "-mod=readonly", "-buildvcs=false", ...rest], {
    cwd: folder,
    env: { ...process.env, GOWORK: "off" },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: timeLimit,
  });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    process.exit(128 + constants.signals[signal]);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop).once("SIGHUP", stop);

  const output: string[] = [];
  const lastErrors: string[] = [];
  createInterface(child.stdout).on("line", (line) => output.push(line));
  createInterface(child.stderr).on("line", (line) => {
    onLine(line);
    lastErrors.push(line);
    if (lastErrors.length > 20) lastErrors.shift();
  });

  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGINT", stop).off("SIGTERM", stop).off("SIGHUP", stop);
      if (code === 0) resolve(output);
      else reject(new Error(`go ${verb} ended with ${code ?? signal}:\n${lastErrors.join("\n")}`));
    });
  });
}
