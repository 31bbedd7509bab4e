import { show } from "../core/show.ts";
import type { Fault } from "./fault.ts";
import { ExchangeError, isAboutCertificate } from "./http/ExchangeError.ts";

const MAX_WORDS = 200;

/** What an attempt without a whole reply means. */
export function networkFault(error: unknown, url: string): Fault {
  const what = `no reply came (${describeNetworkError(error)}).`;
  const code = error instanceof ExchangeError ? error.code : "";
  if (isAboutCertificate(code)) {
    const remedy = `check the certificate of ${url}, this machine's clock and its trusted authorities (NODE_EXTRA_CA_CERTS)`;
    return { kind: "network", what, remedy, isFinal: true };
  }
  if (code === "ENOTFOUND") {
    const remedy = `check that region and endpoint are spelt right: there is no host of that name in ${url}`;
    return { kind: "network", what, remedy, isFinal: true };
  }
  return { kind: "network", what };
}

/** Why no reply came, in words that hold nothing of the request: messages of HTTP clients quote it. */
export function describeNetworkError(error: unknown): string {
  if (error instanceof ExchangeError) return show(error.message, MAX_WORDS) || "unknown fault";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const name = error instanceof Error ? error.name : "";
  if (/timeout|abort/i.test(name) || code === "ABORT_ERR") return "timed out";
  return show(code || name, 60) || "unknown fault";
}
