import type RPCClient from "@alicloud/pop-core";
import { loadPopCore } from "./alicloudLibraries.ts";
import type { Credentials } from "./credentials/Credentials.ts";
import type { OpenConnections, ServerConnections } from "./http/connectionOpener.ts";
import { ExchangeError } from "./http/ExchangeError.ts";
import { exchange, type HttpReply } from "./http/exchange.ts";
import { signRequest } from "./http/signRequest.ts";

export interface PopOptions {
  readonly url: string;
  readonly version: string;
  readonly connectTimeoutMs: number;
  readonly readTimeoutMs: number;
  readonly openConnections: OpenConnections;
}

export interface SendOptions {
  /** Undefined for a request that is not signed: only AssumeRoleWithOIDC of STS is. */
  readonly credentials: Credentials | undefined;
  readonly signal: AbortSignal;
  /** The time that the request says it was signed at, as `2026-08-01T02:03:04Z`. Default: the machine's clock. */
  readonly timestamp?: string;
  /** The longest that it may take as a whole, if that is shorter than the transport's own limit. */
  readonly timeoutMs?: number;
  /** Whether a request that met a connection which the server had closed may be sent once more. Default: true. */
  readonly mayRetryStaleConnection?: boolean;
}

export interface PopTransport {
  /** The proxy that its requests go through, for a person. */
  readonly proxyLabel?: string | undefined;
  /** One attempt. @throws ExchangeError when no whole reply came, ReplyError when it is too large. */
  readonly send: (
    action: string,
    parameters: Readonly<Record<string, string>>,
    options: SendOptions,
  ) => Promise<HttpReply>;
  readonly close: () => void;
}

export type OpenTransport = (options: PopOptions) => PopTransport;

const NO_KEY = {};
/** A reply that comes drop by drop ends some time, too. */
const SHORTEST_LIMIT_MS = 60_000;
const TIMES_READ_TIMEOUT = 3;

/** pop-core's types lack `credentialsProvider`. */
interface ProviderConfig extends RPCClient.Config {
  readonly credentialsProvider: { readonly getCredentials: () => Promise<Partial<Credentials>> };
}
type ClientConstructor = new (config: ProviderConfig) => RPCClient;
/** Required by pop-core's types, and ignored by pop-core beside a `credentialsProvider`. */
const NO_STATIC_KEY = { accessKeyId: "", accessKeySecret: "" };

/** Signs with pop-core and sends, over connections that are kept. @throws InputError for a proxy that cannot be used. */
export function popTransport({ url, version, connectTimeoutMs, readTimeoutMs, ...network }: PopOptions): PopTransport {
  const kept = network.openConnections(url, { keepAlive: true, connectTimeoutMs });
  const longestMs = Math.max(SHORTEST_LIMIT_MS, connectTimeoutMs + TIMES_READ_TIMEOUT * readTimeoutMs);
  // One client for each key, so that a request in flight keeps the key that it began with.
  const clients = new WeakMap<object, RPCClient>();

  async function clientFor(credentials: Credentials | typeof NO_KEY): Promise<RPCClient> {
    const PopCore = await loadPopCore();
    const credentialsProvider = { getCredentials: () => Promise.resolve(credentials) };
    const Client: ClientConstructor = PopCore;
    const config = { endpoint: url, apiVersion: version, ...NO_STATIC_KEY, credentialsProvider };
    const client = clients.get(credentials) ?? new Client(config);
    clients.set(credentials, client);
    return client;
  }

  async function send(action: string, parameters: Readonly<Record<string, string>>, options: SendOptions) {
    const { credentials, signal, timestamp, timeoutMs = longestMs, mayRetryStaleConnection = true } = options;
    const client = await clientFor(credentials ?? NO_KEY);
    const all = timestamp === undefined ? parameters : { ...parameters, Timestamp: timestamp };
    const limits = { connectTimeoutMs, readTimeoutMs, timeoutMs: Math.min(timeoutMs, longestMs), signal };
    const sendOver = async (connections: ServerConnections) =>
      await exchange({ url: `${url}/`, ...(await signRequest(client, action, all)), connections, ...limits });
    try {
      return await sendOver(kept);
    } catch (error) {
      if (!mayRetryStaleConnection || signal.aborted || !isStale(error)) throw error;
    }
    // On a connection of its own: the others may have been closed as well.
    return await sendOver(network.openConnections(url, { keepAlive: false, connectTimeoutMs }));
  }

  return { send, close: kept.close, proxyLabel: kept.proxy?.label };
}

/** The server had closed the connection before this request came. */
function isStale(error: unknown): boolean {
  return error instanceof ExchangeError && error.wasReused && /^(ECONNRESET|EPIPE)$/.test(error.code);
}
