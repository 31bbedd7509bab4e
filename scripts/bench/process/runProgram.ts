import { fork } from "node:child_process";
import { once } from "node:events";
import { type ProgramRequest, programReply } from "../../../test/support/engine/programRequest.ts";

const programHost = new URL("../../../test/support/engine/programHost.ts", import.meta.url);
const TIME_LIMIT_MS = 110_000;

/** Starts a process that runs an Automation API program once, as a user's does, and waits for its end. */
export async function runProgram(request: Omit<ProgramRequest, "id">): Promise<void> {
  const child = fork(programHost, {
    env: request.env,
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    timeout: TIME_LIMIT_MS,
  });
  const ended = once(child, "exit");
  const reply = once(child, "message").then(([message]) => programReply.parse(message));
  child.send({ id: 0, ...request });
  const answer = await Promise.race([reply, ended.then(() => undefined)]);
  if (child.connected) child.disconnect();
  await ended;
  if (!answer?.succeeded) throw new Error(`${request.program} failed:\n${answer?.output ?? "its process ended"}`);
}
