import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const program = fileURLToPath(new URL("../../emulator/main.ts", import.meta.url));

let running: ReturnType<typeof start> | undefined;
afterEach(() => running?.kill("SIGKILL"));

function start(...parameters: string[]) {
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, ...parameters]);
}

test.each(["SIGINT", "SIGTERM"] as const)("it tells how to use it, and ends cleanly on %s", async (signal) => {
  running = start("--port", "0");
  const [greeting] = await once(running.stdout, "data");
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(greeting))?.[0] ?? "";

  expect(String(greeting)).toContain("rm-bp1shop0healthy01");
  expect(String(greeting)).toContain(`pulumi config set --path 'alicloud-backups:endpoints.rds' ${url}`);
  expect(String(greeting)).toContain("alicloud-backups:accessKey LTAI5tEmulatorOwnerKey00");
  expect((await fetch(`${url}/_emulator`)).status).toBe(200);

  running.kill(signal);
  expect(await once(running, "exit")).toEqual([0, null]);
});

test("a port that is none is refused with the usage", async () => {
  running = start("--port", "many");
  const [[message], [code]] = await Promise.all([once(running.stderr, "data"), once(running, "exit")]);
  expect(String(message)).toContain('--port is "many": expected a number from 0 to 65535.');
  expect(String(message)).toContain("Usage: npm run emulator -- [--port N]");
  expect(code).toBe(1);
});
