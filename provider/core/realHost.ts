import { CancelledError } from "./errors/CancelledError.ts";
import type { Host } from "./host.ts";

/** The machine this runs on: its clock, its chance, its environment. */
export const realHost: Host = {
  now: Date.now,
  // Not `performance`: it is loaded by its first use, which takes as long as the lookup that it would measure.
  elapsed: () => Number(process.hrtime.bigint()) / 1e6,
  random: Math.random,
  env: process.env,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(new CancelledError());
      };
      const timer = setTimeout(() => {
        signal.removeEventListener("abort", stop);
        resolve();
      }, ms);
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
    }),
};
