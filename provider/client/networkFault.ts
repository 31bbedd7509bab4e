import { redactToShortLine } from "../core/redactToShortLine.ts";
import type { Fault } from "./fault.ts";
import { ExchangeError, isCertificateErrorCode } from "./http/ExchangeError.ts";
import { nodeErrorCode } from "./nodeErrorCode.ts";
import { proxyRemedy } from "./proxy/proxyRemedy.ts";

const MAX_WORDS = 200;

/** What an attempt without a whole reply means. */
export function networkFault(error: unknown, url: string): Fault {
  return { kind: "network", what: `no reply came (${describeNetworkError(error)}).`, ...networkRemedy(error, url) };
}

/** What to do about a request without a reply, where that can be told from the error; final: sending it again changes nothing. */
export function networkRemedy(error: unknown, url: string): Pick<Fault, "remedy" | "isFinal"> {
  if (!(error instanceof ExchangeError)) return {};
  if (error.proxy !== undefined) return proxyRemedy(error, error.proxy, url);
  if (isCertificateErrorCode(error.code)) {
    const remedy =
      `check the certificate of ${url}, this machine's clock and its trusted authorities; more of them are named by ` +
      "caFile, or NODE_EXTRA_CA_CERTS";
    return { remedy, isFinal: true };
  }
  if (error.code === "ENOTFOUND") {
    const remedy = `check that region and endpoint are spelt right: there is no host of that name in ${url}`;
    return { remedy, isFinal: true };
  }
  return {};
}

/** Why no reply came, in words that hold nothing of the request: messages of HTTP clients quote it. */
export function describeNetworkError(error: unknown): string {
  if (error instanceof ExchangeError) return redactToShortLine(error.message, MAX_WORDS) || "unknown fault";
  const code = nodeErrorCode(error) ?? "";
  const name = error instanceof Error ? error.name : "";
  if (/timeout|abort/i.test(name) || code === "ABORT_ERR") return "timed out";
  return redactToShortLine(code || name, 60) || "unknown fault";
}
