import { spawn } from "node:child_process";

interface GroupOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

const running = new Set<number>();

/** Runs a program of Node's with all that it starts, and ends all of it when it takes too long or we end. */
export function runGroup(
  program: readonly string[],
  { timeoutMs, ...options }: GroupOptions,
): Promise<{ readonly output: string; readonly problem?: string }> {
  const child = spawn(process.execPath, program, { ...options, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const { pid } = child;
  if (pid !== undefined) running.add(pid);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    let problem: string | undefined;
    const timer = setTimeout(() => {
      problem = `it did not end within ${timeoutMs / 1000} s`;
      if (pid !== undefined) kill(pid);
    }, timeoutMs);
    child.on("error", reject);
    child.on("close", () => {
      clearTimeout(timer);
      if (pid !== undefined) running.delete(pid);
      resolve(problem === undefined ? { output } : { output, problem });
    });
  });
}

process.on("exit", () => {
  for (const pid of running) kill(pid);
});

function kill(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has just ended by itself.
  }
}
