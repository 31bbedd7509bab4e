import { once } from "../core/once.ts";
import type { EngineLog } from "./openEngineLog.ts";

/** Connects with the first message: most lookups have none. */
export function lazyEngineLog(address: string): EngineLog {
  const open = once(async () => (await import("./openEngineLog.ts")).openEngineLog(address));
  // A message that cannot be delivered must not fail the lookup that it is about.
  return (severity, message, urn) =>
    open()
      .then((log) => log(severity, message, urn))
      .catch(() => undefined);
}
