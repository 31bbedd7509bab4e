import { connect } from "../../../provider/client/connect.ts";
import type { Client } from "../../../provider/client/openClient.ts";
import { CancelledError } from "../../../provider/core/errors/CancelledError.ts";
import type { Host } from "../../../provider/core/host.ts";
import type { SimulatedTime } from "../service/SimulatedTime.ts";
import { pass, type Send } from "../service/simulateService.ts";

/** The real client, from its retries inwards, over a service of which every reply is a body off the line. */
export function clientOn(send: Send, host: Host, signal: AbortSignal): Client {
  const endpoint = { url: "https://rds.aliyuncs.com", region: "cn-hangzhou", place: "cn-hangzhou" };
  const call = connect({
    transport: {
      send: (action, parameters, options) => send(action, parameters, options.signal),
      close: () => undefined,
    },
    endpoint,
    credentialCache: {
      origin: "accessKey",
      get: () => Promise.resolve({ accessKeyId: "key", accessKeySecret: "secret" }),
      invalidate: () => false,
    },
    settings: {},
    host,
    signal,
  });
  return {
    route: () => ({ endpoint, call, lookupTimeoutMs: 300_000, mayRepeat: true }),
    close: () => undefined,
  };
}

/** A machine with simulated time, and chance that is the same each time. */
export function hostOn(time: SimulatedTime, seed: number): Host {
  return {
    env: {},
    now: () => time.now,
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
