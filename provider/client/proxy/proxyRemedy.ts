import type { Fault } from "../fault.ts";
import { type ExchangeError, isCertificateErrorCode } from "../http/ExchangeError.ts";
import type { HttpProxy } from "./proxyFor.ts";

/** A refusal that may have passed when the request is sent again: too slow, too many, or the proxy's own trouble. */
const PASSING = /^(408|425|429|5\d\d)$/;

/** What to do about a request that got no reply by way of a proxy. */
export function proxyRemedy(
  { code, isOfProxy, refusal }: ExchangeError,
  { url: proxyUrl, label, setBy }: HttpProxy,
  url: string,
): Pick<Fault, "remedy" | "isFinal"> {
  const { hostname, host } = new URL(url);
  const without = `to reach ${host} without it, add ${hostname} to NO_PROXY`;
  const isFinal = true;
  if (refusal === 407) {
    const login = proxyUrl.username
      ? `correct user name and password in ${setBy}`
      : `write them into ${setBy}, as http://USER:PASSWORD@${proxyUrl.host}`;
    return { remedy: `${login}, special characters percent-encoded; ${without}`, isFinal };
  }
  if (refusal !== undefined) {
    const remedy = `see that the proxy lets requests to ${host} through and can reach it; ${without}`;
    return PASSING.test(String(refusal)) ? { remedy } : { remedy, isFinal };
  }
  if (isCertificateErrorCode(code)) {
    const whose = isOfProxy
      ? "The certificate of the proxy"
      : "A proxy that opens TLS connections shows a certificate of its own: it";
    const remedy =
      `check this machine's clock and its trusted authorities. ${whose} must come from one of them, or from one that ` +
      `caFile or NODE_EXTRA_CA_CERTS names; ${without}`;
    return { remedy, isFinal };
  }
  if (!isOfProxy) return { remedy: `check that ${host} can be reached through the proxy ${label}; ${without}` };
  const remedy = `check that the proxy runs, can be reached from here, and is spelt right in ${setBy}; ${without}`;
  return code === "ENOTFOUND" ? { remedy, isFinal } : { remedy };
}
