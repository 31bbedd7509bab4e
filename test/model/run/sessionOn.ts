import { openClient } from "../../../provider/client/openClient.ts";
import type { OpenTransport } from "../../../provider/client/popTransport.ts";
import { CancelledError } from "../../../provider/core/errors/CancelledError.ts";
import type { Host } from "../../../provider/core/host.ts";
import { SharedReadings } from "../../../provider/lookups/SharedReadings.ts";
import type { Session } from "../../../provider/lookups/session.ts";
import { START } from "../scenario.ts";
import type { SimulatedTime } from "../service/SimulatedTime.ts";
import { pass, type Send } from "../service/simulateService.ts";

// Other tests of the worker must not hold these: a key is taken out of every text from then on.
const settings = { region: "cn-hangzhou", accessKey: "LTAIofTheModel", secretKey: "secretOfTheModel" };

/** A configured provider, of which everything is real but the sockets: what it gets are texts off the line. */
export function sessionOn(send: Send, host: Host, signal: AbortSignal): Session {
  const warn = () => undefined;
  const openTransport: OpenTransport = () => ({
    send: (action, parameters, options) => send(action, parameters, options.signal),
    close: () => undefined,
  });
  const client = openClient({ settings, host, signal, warn, openTransport });
  return { client, host, signal, warn, readings: new SharedReadings() };
}

/** A machine with simulated time, and chance that is the same each time. */
export function hostOn(time: SimulatedTime, seed: number): Host {
  return {
    env: {},
    now: () => time.now,
    elapsed: () => time.now - START,
    random: chance(seed),
    sleep: (ms, signal) =>
      pass(time, ms, signal).catch(() => {
        throw new CancelledError();
      }),
  };
}

/** The generator known as mulberry32. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
