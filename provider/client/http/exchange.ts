import { type ClientRequest, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";
import { ReplyError } from "../../core/errors/ReplyError.ts";
import { describeDuration } from "../../core/time.ts";
import type { ServerConnections } from "./connectionOpener.ts";
import { ExchangeError } from "./ExchangeError.ts";
import { readReplyText } from "./readReplyText.ts";

/** A reply as it arrived. */
export interface HttpReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface ExchangeOptions {
  readonly url: string;
  /** Default: POST. */
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly connections: ServerConnections;
  readonly connectTimeoutMs: number;
  /** The longest silence, from when the request is sent to the last byte of the reply. */
  readonly readTimeoutMs: number;
  /** The longest that all of it may take. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Sends a request once, and reads its reply. @throws ExchangeError when no whole reply came, ReplyError for one that is too large. */
export async function exchange(options: ExchangeOptions): Promise<HttpReply> {
  const { url, method = "POST", headers = {}, body, connections, signal, timeoutMs } = options;
  const agent = await connections.agent();
  const open = url.startsWith("https:") ? httpsRequest : httpRequest;
  const request = open(url, { method, headers: { ...headers }, agent });
  const { promise, resolve, reject } = Promise.withResolvers<HttpReply>();
  // A request that waits for a proxy emits no error before it has a connection: then only this ends it.
  const end = (reason: unknown) => {
    reject(ExchangeError.from(reason, { proxy: connections.proxy }));
    request.destroy();
  };
  const timeOut = (what: string) => end(new ExchangeError(`timed out: ${what}`, { code: "ETIMEDOUT" }));
  const cancel = () => end(signal.reason);
  signal.addEventListener("abort", cancel, { once: true });
  const limit = setTimeout(() => timeOut(`no whole reply within ${describeDuration(timeoutMs)}`), timeoutMs);
  const silence = watchSilence(request, timeOut, options);
  try {
    if (signal.aborted) cancel();
    receive(request, silence.interrupt, connections).then(resolve, reject);
    request.end(body);
    return await promise;
  } finally {
    signal.removeEventListener("abort", cancel);
    clearTimeout(limit);
    silence.stop();
  }
}

function receive(request: ClientRequest, onBytes: () => void, { proxy }: ServerConnections): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    let hasBegun = false;
    const fail = (error: unknown) => {
      const wasReused = request.reusedSocket && !hasBegun;
      reject(error instanceof ReplyError ? error : ExchangeError.from(error, { wasReused, proxy }));
      request.destroy();
    };
    request.on("response", (response) => {
      hasBegun = true;
      onBytes();
      const { statusCode: status = 0, headers } = response;
      readReplyText(response, onBytes).then((text) => resolve({ status, headers, text }), fail);
    });
    request.on("error", fail);
    request.on("upgrade", (_, socket) => {
      socket.destroy();
      fail(new ExchangeError("the server switched to another protocol (HTTP 101)", { code: "UPGRADE" }));
    });
    request.on("close", () => {
      if (!hasBegun) fail(new ExchangeError("the connection was closed", { code: "ECONNRESET" }));
    });
  });
}

/** Ends the request when it cannot connect in time, and when nothing moves for too long. */
function watchSilence(
  request: ClientRequest,
  end: (what: string) => void,
  { url, connectTimeoutMs, readTimeoutMs }: ExchangeOptions,
) {
  let timer = setTimeout(() => end(`no connection within ${describeMs(connectTimeoutMs)}`), connectTimeoutMs);
  const interrupt = () => {
    clearTimeout(timer);
    timer = setTimeout(() => end(`nothing came for ${describeMs(readTimeoutMs)}`), readTimeoutMs);
  };
  request.once("socket", (socket) => {
    if (request.reusedSocket) interrupt();
    else socket.once(url.startsWith("https:") ? "secureConnect" : "connect", interrupt);
  });
  return { interrupt, stop: () => clearTimeout(timer) };
}

function describeMs(ms: number): string {
  return ms < 1000 ? `${ms} ms` : describeDuration(ms);
}
