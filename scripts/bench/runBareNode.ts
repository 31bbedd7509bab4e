import { spawn } from "node:child_process";
import { once } from "node:events";

/** Milliseconds for `node -e 0` from start to end. */
export async function runBareNode(): Promise<number> {
  const started = performance.now();
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "close");
  return performance.now() - started;
}
