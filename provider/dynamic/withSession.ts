import { openClient } from "../client/openClient.ts";
import { readSettings } from "../client/readSettings.ts";
import { settingsSchema } from "../client/settings.ts";
import type { Json } from "../core/json.ts";
import { realHost } from "../core/realHost.ts";
import type { Session } from "../lookups/session.ts";

/** The stack's configuration, as Pulumi hands it to a dynamic provider. */
export interface StackConfig {
  get(key: string): string | undefined;
}

const NAMESPACE = "alicloud-backups";

/** Works with a session of its own, which is closed afterwards: the host process may live on. */
export async function withSession<T>(config: StackConfig, work: (session: Session) => Promise<T>): Promise<T> {
  const session = openSession(config);
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

function openSession(config: StackConfig): Session {
  const configured = Object.keys(settingsSchema.shape).flatMap((key): [string, Json][] => {
    const value = config.get(`${NAMESPACE}:${key}`);
    return value === undefined ? [] : [[key, value]];
  });
  const settings = readSettings(Object.fromEntries(configured), new Set(), realHost.env);
  const { signal } = new AbortController();
  const warn = (message: string) => process.stderr.write(`warning: ${message}\n`);
  return {
    client: openClient(settings, realHost, signal, warn),
    host: realHost,
    signal,
    warn,
    inFlight: new Map(),
  };
}
