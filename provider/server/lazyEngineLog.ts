import { messageOf } from "../core/messageOf.ts";
import { once } from "../core/once.ts";
import type { EngineLog } from "./openEngineLog.ts";

/** Connects with the first message: most lookups have none. */
export function lazyEngineLog(address: string): EngineLog {
  const open = once(async () => (await import("./openEngineLog.ts")).openEngineLog(address));
  // A message that cannot be sent must not fail the lookup that it is about, and must not be lost: the engine shows stderr, too.
  return (severity, message, urn) =>
    open()
      .then((log) => log(severity, message, urn))
      .catch((error) => {
        process.stderr.write(`${message}\n(The engine's log cannot be reached: ${messageOf(error)})\n`);
      });
}
