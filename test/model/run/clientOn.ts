import { type Client, openClient } from "../../../provider/client/openClient.ts";
import type { OpenTransport } from "../../../provider/client/popTransport.ts";
import { CancelledError } from "../../../provider/core/errors/CancelledError.ts";
import type { Host } from "../../../provider/core/host.ts";
import type { SimulatedTime } from "../service/SimulatedTime.ts";
import { pass, type Send } from "../service/simulateService.ts";

const settings = { region: "cn-hangzhou", accessKey: "LTAIexample", secretKey: "secret" };

/** The real client, but for the network: in its place stands a service. */
export function clientOn(send: Send, host: Host, signal: AbortSignal): Client {
  const openTransport: OpenTransport = () => ({
    send: async (action, parameters, options) => {
      const { status, headers, body } = await send(action, parameters, options.signal);
      return { status, headers, text: body === undefined ? "<html></html>" : JSON.stringify(body) };
    },
    close: () => undefined,
  });
  return openClient({ settings, host, signal, warn: () => undefined, openTransport });
}

/** A machine with simulated time, and chance that is the same each time. */
export function hostOn(time: SimulatedTime, seed: number): Host {
  return {
    env: {},
    now: () => time.now,
    elapsed: () => time.now,
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
