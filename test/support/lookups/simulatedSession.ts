import { demoCredentials } from "../../../emulator/index.ts";
import { openClient } from "../../../provider/client/openClient.ts";
import type { OpenTransport } from "../../../provider/client/popTransport.ts";
import type { Settings } from "../../../provider/client/settings.ts";
import { SharedReadings } from "../../../provider/lookups/SharedReadings.ts";
import type { Session } from "../../../provider/lookups/session.ts";
import type { SimulatedTime } from "../network/SimulatedTime.ts";

/** A configured provider in simulated time, with something else in place of the network. */
export function simulatedSession(time: SimulatedTime, openTransport: OpenTransport, settings: Settings = {}): Session {
  const { host } = time;
  const { signal } = new AbortController();
  const warn = () => undefined;
  const all = { region: "cn-hangzhou", ...demoCredentials.owner, ...settings };
  const client = openClient({ settings: all, host, signal, warn, openTransport });
  return { client, host, signal, warn, readings: new SharedReadings() };
}
