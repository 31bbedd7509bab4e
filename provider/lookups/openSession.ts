import { openClient } from "../client/openClient.ts";
import { readSettings } from "../client/readSettings.ts";
import type { JsonObject } from "../core/json.ts";
import { SharedReadings } from "./SharedReadings.ts";
import type { Session } from "./session.ts";

interface Configuration {
  readonly values: JsonObject;
  /** Settings that have no value yet. */
  readonly unknown: ReadonlySet<string>;
}

/**
 * What lookups work with under this configuration. Whoever opens it closes its client.
 *
 * @throws InputError naming each wrong setting.
 */
export function openSession(
  { values, unknown }: Configuration,
  context: Pick<Session, "host" | "signal" | "warn">,
): Session {
  const { host, signal, warn } = context;
  const settings = readSettings(values, unknown, host.env);
  const client = openClient({ settings, host, signal, warn, unknown });
  return { client, host, signal, warn, readings: new SharedReadings() };
}
