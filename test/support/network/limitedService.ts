import type { OpenTransport } from "../../../provider/client/popTransport.ts";
import type { SimulatedTime } from "./SimulatedTime.ts";

/** Undefined: the request is taken. Else for how long the service says to wait, or nothing. */
export type Limit = (now: number) => { readonly hintMs: number | undefined } | undefined;

export type Hint = (exactMs: number) => number | undefined;

interface ServiceOptions {
  readonly time: SimulatedTime;
  readonly limit: Limit;
  readonly latencyMs?: number;
  /** The body of a reply to a request with these parameters. */
  readonly answer: (parameters: Readonly<Record<string, string>>) => object;
}

/** A service that throttles, in simulated time. It stands where requests would be sent. */
export function limitedService({ time, limit, latencyMs = 50, answer }: ServiceOptions): {
  readonly openTransport: OpenTransport;
  readonly requests: () => number;
} {
  let requests = 0;
  const openTransport: OpenTransport = () => ({
    close: () => undefined,
    send: async (_action, parameters, { signal }) => {
      requests++;
      await time.sleep(latencyMs / 2, signal);
      const refusal = limit(time.elapsed);
      await time.sleep(latencyMs / 2, signal);
      const date = new Date(time.host.now()).toUTCString();
      if (refusal === undefined) return { status: 200, headers: { date }, text: JSON.stringify(answer(parameters)) };
      const text = JSON.stringify({ Code: "Throttling.User", Message: "Request was denied due to user flow control." });
      const { hintMs } = refusal;
      const headers = hintMs === undefined ? { date } : { date, "x-acs-retry-after": String(Math.ceil(hintMs)) };
      return { status: 400, headers, text };
    },
  });
  return { openTransport, requests: () => requests };
}

/** So many a second, of which so many may have been saved up. */
export function bucket(perSecond: number, saved: number, hint: Hint): Limit {
  let tokens = saved;
  let last = 0;
  return (now) => {
    tokens = Math.min(saved, tokens + ((now - last) * perSecond) / 1000);
    last = now;
    if (tokens < 1) return { hintMs: hint(((1 - tokens) / perSecond) * 1000) };
    tokens--;
    return undefined;
  };
}

/** So many in each window, which begins with the first request in it. */
export function fixedWindow(count: number, windowMs: number, hint: Hint): Limit {
  let began = Number.NEGATIVE_INFINITY;
  let taken = 0;
  return (now) => {
    if (now - began >= windowMs) {
      began = now;
      taken = 0;
    }
    if (taken++ < count) return undefined;
    return { hintMs: hint(began + windowMs - now) };
  };
}

/** So many within any stretch of that length; those that were refused count, too. */
export function slidingWindow(count: number, windowMs: number, hint: Hint): Limit {
  let lately: number[] = [];
  return (now) => {
    lately = lately.filter((at) => now - at < windowMs);
    const isTaken = lately.length < count;
    lately.push(now);
    return isTaken ? undefined : { hintMs: hint((lately[0] ?? now) + windowMs - now) };
  };
}
