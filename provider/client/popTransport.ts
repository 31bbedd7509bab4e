import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type RPCClient from "@alicloud/pop-core";
import pLimit from "p-limit";
import { z } from "zod";
import { loadPopCore } from "./alicloudLibraries.ts";
import type { Credentials } from "./credentials/Credentials.ts";
import { parseReply } from "./parseReply.ts";
import { type WatchedReply, watchReply } from "./watchReply.ts";

/** A reply as it arrived, not interpreted yet. */
export interface RawReply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Undefined when the body was not JSON. */
  readonly body: unknown;
}

export interface PopOptions {
  readonly url: string;
  readonly version: string;
  readonly connectTimeoutMs: number;
  readonly readTimeoutMs: number;
}

export interface SendOptions {
  /** Undefined for a request that is not signed: only AssumeRoleWithOIDC of STS is. */
  readonly credentials: Credentials | undefined;
  readonly signal: AbortSignal;
}

export interface PopTransport {
  /** One attempt; rejects only when no reply came. */
  readonly send: (
    action: string,
    parameters: Readonly<Record<string, string>>,
    options: SendOptions,
  ) => Promise<RawReply>;
  readonly close: () => void;
}

const MAX_SOCKETS = 5;
const NO_KEY = {};

/** pop-core's types lack `credentialsProvider`, and `verbose`, which makes a client return status and headers. */
type VerboseClientConstructor = new (config: ProviderConfig, verbose: true) => RPCClient;
interface ProviderConfig extends RPCClient.Config {
  readonly credentialsProvider: { readonly getCredentials: () => Promise<Partial<Credentials>> };
}
/** Required by pop-core's types, and ignored by pop-core beside a `credentialsProvider`. */
const NO_STATIC_KEY = { accessKeyId: "", accessKeySecret: "" };
const entrySchema = z.object({
  response: z.object({ statusCode: z.number(), headers: z.record(z.string(), z.unknown()) }),
});
const verboseReply = z.tuple([z.unknown(), entrySchema]);
const refusal = z.object({ data: z.unknown(), entry: entrySchema });
/** What its parser throws: at what is no JSON, and at keys that it takes for an attack. */
const parserError = z.object({ name: z.literal("SyntaxError"), text: z.string() });

/**
 * Signs and sends with pop-core, and turns its replies and its throws into a RawReply: it throws for refusals, throws
 * plain objects that hold the whole body, and ignores the HTTP status. POST only: a GET puts key, token and signature
 * into every error message.
 */
export function popTransport(options: PopOptions): PopTransport {
  const { url, version, connectTimeoutMs, readTimeoutMs } = options;
  const agentOptions = { keepAlive: true, maxSockets: MAX_SOCKETS };
  const agent = url.startsWith("https:") ? new HttpsAgent(agentOptions) : new HttpAgent(agentOptions);
  // One client for each key, so that a request in flight keeps the key that it began with.
  const clients = new WeakMap<object, RPCClient>();

  async function clientFor(credentials: Credentials | typeof NO_KEY): Promise<RPCClient> {
    const PopCore = await loadPopCore();
    const credentialsProvider = { getCredentials: () => Promise.resolve(credentials) };
    const Client: VerboseClientConstructor = PopCore;
    const config = { endpoint: url, apiVersion: version, ...NO_STATIC_KEY, credentialsProvider };
    const client = clients.get(credentials) ?? new Client(config, true);
    clients.set(credentials, client);
    return client;
  }

  // Limited here and not by the agent's sockets: waiting for a socket would count against the reply's timeout.
  const inTurn = pLimit(MAX_SOCKETS);

  function send(action: string, parameters: Readonly<Record<string, string>>, options: SendOptions) {
    return inTurn(() => {
      options.signal.throwIfAborted();
      return sendNow(action, parameters, options);
    });
  }

  async function sendNow(
    action: string,
    parameters: Readonly<Record<string, string>>,
    { credentials, signal }: SendOptions,
  ) {
    // pop-core's own timers only watch for silence; this one also ends a reply that drips.
    const whole = AbortSignal.any([signal, AbortSignal.timeout(connectTimeoutMs + readTimeoutMs)]);
    const requestOptions = {
      method: "POST",
      formatParams: false,
      agent,
      connectTimeout: connectTimeoutMs,
      readTimeout: readTimeoutMs,
      beforeRequest: (request: object) => ({ ...request, signal: whole }),
    };
    const client = await clientFor(credentials ?? NO_KEY);
    const watched: WatchedReply = { headers: {} };
    try {
      const reply = await watchReply(watched, () => client.request<unknown>(action, parameters, requestOptions));
      const [body, entry] = verboseReply.parse(reply);
      return { status: entry.response.statusCode, headers: entry.response.headers, body };
    } catch (error) {
      const refused = refusal.safeParse(error);
      if (refused.success) {
        const { data, entry } = refused.data;
        return { status: entry.response.statusCode, headers: entry.response.headers, body: data };
      }
      const reply = { status: watched.status, headers: watched.headers };
      const parseFailure = parserError.safeParse(error);
      if (parseFailure.success) return { ...reply, body: parseReply(parseFailure.data.text) };
      // When a reply has come, TypeError means that the JSON was `null` or its error code an object, and RangeError that it
      // was nested beyond what the parser can follow. Without a reply both are faults of ours.
      const isAboutReply = error instanceof TypeError || error instanceof RangeError;
      if (isAboutReply && watched.status !== undefined) return { ...reply, body: undefined };
      throw error;
    }
  }

  return { send, close: () => agent.destroy() };
}
