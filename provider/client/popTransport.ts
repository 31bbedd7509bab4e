import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import RPCClient from "@alicloud/pop-core";
import pLimit from "p-limit";
import { z } from "zod";
import type { Credentials } from "./credentials.ts";

/** What came back, before anyone asked what it means. */
export interface RawReply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Undefined when the body was not JSON. */
  readonly body: unknown;
}

export interface PopOptions {
  readonly url: string;
  readonly version: string;
  readonly credentials: Credentials;
  readonly connectTimeoutMs: number;
  readonly readTimeoutMs: number;
}

export interface PopTransport {
  /** One signed attempt; rejects only when no reply came. */
  readonly send: (
    action: string,
    parameters: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ) => Promise<RawReply>;
  readonly close: () => void;
}

const MAX_SOCKETS = 5;
const entrySchema = z.object({
  response: z.object({ statusCode: z.number(), headers: z.record(z.string(), z.unknown()) }),
});
const verboseReply = z.tuple([z.unknown(), entrySchema]);
const refusal = z.object({ data: z.unknown(), entry: entrySchema });
const notJson = z.object({ name: z.literal("SyntaxError"), text: z.string() });

/**
 * pop-core signs and sends; its habits stop here. POST only: a GET puts key, token and signature into every error
 * message. It throws refusals, throws plain objects that hold the whole body, and ignores the HTTP status.
 */
export function popTransport(options: PopOptions): PopTransport {
  const { url, version, credentials, connectTimeoutMs, readTimeoutMs } = options;
  const agentOptions = { keepAlive: true, maxSockets: MAX_SOCKETS };
  const agent = url.startsWith("https:") ? new HttpsAgent(agentOptions) : new HttpAgent(agentOptions);
  // The verbose argument, which makes it return status and headers, is missing from its types.
  const client: RPCClient = Reflect.construct(RPCClient, [
    { endpoint: url, apiVersion: version, ...credentials },
    true,
  ]);

  // Taking turns here and not at the agent: there, waiting for a socket would count against the time of a reply.
  const inTurn = pLimit(MAX_SOCKETS);

  function send(action: string, parameters: Readonly<Record<string, string>>, signal: AbortSignal) {
    return inTurn(() => {
      signal.throwIfAborted();
      return sendNow(action, parameters, signal);
    });
  }

  async function sendNow(action: string, parameters: Readonly<Record<string, string>>, signal: AbortSignal) {
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
    try {
      const [body, entry] = verboseReply.parse(await client.request<unknown>(action, parameters, requestOptions));
      return { status: entry.response.statusCode, headers: entry.response.headers, body };
    } catch (error) {
      const refused = refusal.safeParse(error);
      if (refused.success) {
        const { data, entry } = refused.data;
        return { status: entry.response.statusCode, headers: entry.response.headers, body: data };
      }
      // TypeError: the JSON was `null`. RangeError: it was nested beyond what its parser can follow.
      const unusable = error instanceof TypeError || error instanceof RangeError || notJson.safeParse(error).success;
      if (unusable) return { status: undefined, headers: {}, body: undefined };
      throw error;
    }
  }

  return { send, close: () => agent.destroy() };
}
