import type { RequestOptions } from "node:https";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { SecureContext } from "node:tls";
import { HttpsProxyAgent } from "hpagent";
import { ExchangeError } from "../http/ExchangeError.ts";
import type { HttpProxy } from "./proxyFor.ts";

export interface TunnelOptions {
  readonly proxy: HttpProxy;
  readonly keepAlive: boolean;
  readonly maxSockets: number;
  readonly connectTimeoutMs: number;
  /** The trusted authorities, also for a proxy that speaks TLS itself. */
  readonly secureContext: SecureContext | undefined;
}

type Connected = (error: Error | null, socket: Duplex) => void;

/**
 * Connections that a proxy makes (HTTP CONNECT). TLS is spoken with the server itself, inside of them: what a proxy
 * answers is never taken for the server's reply. Loaded only where there is a proxy.
 */
export class TunnelAgent extends HttpsProxyAgent {
  readonly #options: TunnelOptions;
  #isClosed = false;

  constructor(options: TunnelOptions) {
    const { proxy, secureContext, keepAlive, maxSockets } = options;
    const trust = secureContext && { secureContext };
    // The library takes an IPv6 address with its brackets, and no host has those.
    const hostname = proxy.url.hostname.replace(/^\[|\]$/g, "");
    const proxyRequestOptions = { rejectUnauthorized: true, hostname, ...trust };
    super({ proxy: proxy.url, proxyRequestOptions, keepAlive, maxSockets, ...trust });
    this.#options = options;
  }

  override createConnection(options: RequestOptions, connected?: Connected): undefined {
    const { proxy, connectTimeoutMs } = this.#options;
    const named: Connected = (error, socket) => {
      if (error) return connected?.(proxyError(error, proxy), socket);
      // What was the limit for the proxy's answer would else end a kept connection.
      if (socket instanceof Socket) socket.setTimeout(0);
      if (this.#isClosed) socket.destroy();
      connected?.(null, socket);
    };
    super.createConnection({ ...options, timeout: connectTimeoutMs }, named);
  }

  override destroy(): void {
    this.#isClosed = true;
    super.destroy();
  }
}

/** The library tells a refusal, and a time-out, by its message alone. */
function proxyError(error: Error, proxy: HttpProxy): ExchangeError {
  const refusal = Number(/^Bad response: (\d{3})$/.exec(error.message)?.[1]);
  if (refusal) return ExchangeError.ofProxy(describeRefusal(refusal), { code: "EPROXY", proxy, refusal });
  const isTimeout = error.message === "Proxy timeout";
  const { code, message } = ExchangeError.from(error, { wasReused: false });
  const what = isTimeout ? "did not answer in time" : `cannot be used: ${message}`;
  return ExchangeError.ofProxy(what, { code: isTimeout ? "ETIMEDOUT" : code, proxy });
}

function describeRefusal(status: number): string {
  return status === 407 ? "asks for a user name and a password (HTTP 407)" : `does not connect (HTTP ${status})`;
}
