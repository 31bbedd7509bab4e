import type { Json } from "../core/json.ts";
import { realHost } from "../core/realHost.ts";
import { openSession } from "../lookups/openSession.ts";
import type { Session } from "../lookups/session.ts";
import { settingsSchema } from "../lookups/settings.ts";

/** The stack's configuration, as Pulumi hands it to a dynamic provider. */
export interface StackConfig {
  get(key: string): string | undefined;
}

const NAMESPACE = "alicloud-backups";

/** Works with a session of its own, which is closed afterwards: the host process may live on. */
export async function withStackSession<T>(config: StackConfig, work: (session: Session) => Promise<T>): Promise<T> {
  const session = openStackSession(config);
  try {
    return await work(session);
  } catch (error) {
    // The engine's host of dynamic providers prints stacks; a report is not about this code.
    if (error instanceof Error) error.stack = error.message;
    throw error;
  } finally {
    session.client.close();
  }
}

function openStackSession(config: StackConfig): Session {
  const settings = Object.keys(settingsSchema.shape).flatMap((key): [string, Json][] => {
    const value = config.get(`${NAMESPACE}:${key}`);
    return value === undefined ? [] : [[key, value]];
  });
  const { signal } = new AbortController();
  const warn = (message: string) => process.stderr.write(`warning: ${message}\n`);
  return openSession({ values: Object.fromEntries(settings), unknown: new Set() }, { host: realHost, signal, warn });
}
