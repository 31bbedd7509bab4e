import { spawn } from "node:child_process";
import { projectRoot } from "../projectRoot.ts";

export interface Step {
  readonly name: string;
  /** A file that Node runs, and its arguments. */
  readonly program: readonly string[];
}

export interface Outcome {
  readonly passed: boolean;
  /** All that the step printed. */
  readonly output: string;
  readonly seconds: number;
}

const timeout = 300_000;

/** Runs one step to its end. */
export function runStep({ program }: Step): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(process.execPath, program, { cwd: projectRoot, stdio: ["ignore", "pipe", "pipe"], timeout });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (signal) output += `\nStopped by ${signal}.`;
      resolve({ passed: code === 0, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}
