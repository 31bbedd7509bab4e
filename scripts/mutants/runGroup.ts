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
): Promise<number | null | "timeout"> {
  const child = spawn(process.execPath, program, { ...options, stdio: "ignore", detached: true });
  const { pid } = child;
  if (pid !== undefined) running.add(pid);
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (pid !== undefined) kill(pid);
    }, timeoutMs);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      if (pid !== undefined) running.delete(pid);
      resolve(late ? "timeout" : code);
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
