import { demoCredentials, type Emulator, startEmulator } from "../../../emulator/index.ts";
import { openClient } from "../../../provider/client/openClient.ts";
import type { Settings } from "../../../provider/client/settings.ts";
import type { Host } from "../../../provider/core/host.ts";
import type { JsonObject } from "../../../provider/core/json.ts";
import { functions } from "../../../provider/lookups/functions.ts";
import { SharedReadings } from "../../../provider/lookups/SharedReadings.ts";
import type { Session } from "../../../provider/lookups/session.ts";
import { NOW } from "../fixtures/backups.ts";
import { type FakeHost, fakeHost } from "./fakeHost.ts";

/** An emulator without records, whose clock stands at `NOW`; pop-core signs with the real time all the same. */
export function startEmptyEmulator(): Promise<Emulator> {
  return startEmulator({ seeds: [], clock: { now: () => NOW }, modes: { timestamps: "unchecked" } });
}

export interface TestSession extends Session {
  readonly host: FakeHost;
  readonly warnings: readonly string[];
  readonly cancel: () => void;
}

interface SessionOptions {
  readonly settings?: Settings;
  readonly env?: Host["env"];
  /** The local clock. Default: the emulator's. */
  readonly now?: number;
  /** Called when a lookup begins to wait. */
  readonly onSleep?: () => void;
}

/** A provider configured for the emulator, with everything that differs from run to run held still. */
export function openSession(
  emulator: Emulator,
  { settings, now = NOW, env, onSleep }: SessionOptions = {},
): TestSession {
  const host = fakeHost(now, { env, onSleep });
  const stop = new AbortController();
  const warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);
  return {
    client: openClient({ settings: { ...emulatorSettings(emulator), ...settings }, host, signal: stop.signal, warn }),
    host,
    signal: stop.signal,
    warn,
    readings: new SharedReadings(),
    warnings,
    cancel: () => stop.abort(),
  };
}

export function emulatorSettings({ url }: Emulator): Settings {
  return { region: "cn-hangzhou", ...demoCredentials.owner, endpoints: { rds: url, dbs: url } };
}

/** What a Pulumi program gets from `getLatestBackup` and its like. */
export async function call(session: Session, name: string, given: JsonObject): Promise<JsonObject> {
  const found = functions.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no function ${name}.`);
  return await found.run(session, given);
}

/** What a call that must fail fails with. */
export async function failure(running: Promise<unknown>): Promise<Error> {
  const outcome = await running.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome;
  throw new Error(`Expected an error, got ${JSON.stringify(outcome)}.`);
}
