import { openSession } from "../../../provider/lookups/openSession.ts";
import { NOW } from "../fixtures/backups.ts";
import { fakeHost } from "./fakeHost.ts";

/** Nothing can be sent with it. Its clock goes on only as someone sleeps. */
export function sessionWithoutKey() {
  return openSession(
    { values: {}, unknown: new Set() },
    { host: fakeHost(NOW), signal: new AbortController().signal, warn: () => undefined },
  );
}
