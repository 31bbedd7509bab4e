import { type Agent, Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Host } from "../../core/host.ts";
import { type HttpProxy, proxyFor } from "../proxy/proxyFor.ts";
import { secureContextFor } from "./secureContextFor.ts";

/** The connections to one server, made directly or through a proxy. */
export interface ServerConnections {
  readonly proxy: HttpProxy | undefined;
  readonly agent: () => Promise<Agent>;
  readonly close: () => void;
}

interface ConnectionOptions {
  /** Whether a connection is kept for the next request. */
  readonly keepAlive: boolean;
  readonly connectTimeoutMs: number;
}

/** Opens nothing before the first request. @throws InputError when the proxy that the environment names cannot be used. */
export type OpenConnections = (url: string, options: ConnectionOptions) => ServerConnections;

interface NetworkOptions {
  readonly caFile: string | undefined;
  readonly env: Host["env"];
  readonly warn: (message: string) => void;
}

const MAX_SOCKETS = 5;

/**
 * How requests leave this machine: to the service, to STS and to credential helpers alike. What the metadata service is
 * asked goes directly, by its own library.
 *
 * @throws InputError when `caFile` cannot be used.
 */
export function connectionOpener({ caFile, env, warn }: NetworkOptions): OpenConnections {
  const secureContext = secureContextFor(caFile, env);
  const trust = secureContext && { secureContext };
  const warned = new Set<string>();
  const warnOnce = (message: string) => {
    if (!warned.has(message)) warn(message);
    warned.add(message);
  };

  return (url, { keepAlive, connectTimeoutMs }) => {
    const proxy = proxyFor(url, env, warnOnce);
    const options = { keepAlive, maxSockets: MAX_SOCKETS };
    let agent: Agent | undefined;

    async function openAgent(): Promise<Agent> {
      if (proxy !== undefined) {
        const { TunnelAgent } = await import("../proxy/TunnelAgent.ts");
        agent ??= new TunnelAgent({ proxy, connectTimeoutMs, secureContext, ...options });
      }
      agent ??= url.startsWith("https:") ? new HttpsAgent({ ...options, ...trust }) : new HttpAgent(options);
      return agent;
    }

    return { proxy, agent: openAgent, close: () => agent?.destroy() };
  };
}
