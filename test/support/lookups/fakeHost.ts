import { CancelledError } from "../../../provider/core/errors/CancelledError.ts";
import type { Host } from "../../../provider/core/host.ts";

export interface FakeHost extends Host {
  /** How long was slept, in milliseconds, in order. */
  readonly sleeps: readonly number[];
}

/** A machine without chance, whose clock moves only when someone sleeps, which takes no real time. */
export function fakeHost(
  start: number,
  { env = {}, onSleep }: { readonly env?: Host["env"] | undefined; readonly onSleep?: (() => void) | undefined } = {},
): FakeHost {
  const sleeps: number[] = [];
  let now = start;
  return {
    sleeps,
    env,
    now: () => now,
    elapsed: () => now - start,
    random: () => 0.5,
    sleep: (ms, signal) => {
      onSleep?.();
      if (signal.aborted) return Promise.reject(new CancelledError());
      sleeps.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}
