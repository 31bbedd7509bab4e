import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { text } from "node:stream/consumers";
import type { TlsIdentity } from "../../../emulator/index.ts";
import { listenOnLoopback } from "./listenOnLoopback.ts";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  /** Of the form in the body. */
  readonly form: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status?: number;
  readonly type?: string;
  /** What is not text is sent as JSON. */
  readonly body: unknown;
}

export interface AnsweringServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  readonly asked: readonly Asked[];
}

/** A server on loopback. `answer` is told how many came before; "never" leaves the connection open. */
export async function startAnswering(
  answer: (asked: Asked, before: number) => Reply | "never",
  tls?: TlsIdentity,
): Promise<AnsweringServer> {
  const asked: Asked[] = [];
  const listener: RequestListener = (request, response) => {
    void text(request).then((body) => {
      const form = Object.fromEntries(new URLSearchParams(body));
      const got = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, form };
      const reply = answer(got, asked.push(got) - 1);
      if (reply === "never") return;
      const plain = typeof reply.body === "string";
      response.writeHead(reply.status ?? 200, { "content-type": reply.type ?? "application/json" });
      response.end(plain ? reply.body : JSON.stringify(reply.body));
    });
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  const { port } = await listenOnLoopback(server);
  const url = `${tls ? "https" : "http"}://127.0.0.1:${port}`;
  const dispose = async () => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { port, url, asked, [Symbol.asyncDispose]: dispose };
}
