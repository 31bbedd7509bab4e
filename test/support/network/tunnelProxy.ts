import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import type { TlsIdentity } from "../../../emulator/index.ts";
import { listenOnLoopback } from "./listenOnLoopback.ts";

/** What was asked of a proxy. */
export interface ProxyRequest {
  /** `rds.example.test:443`; a whole URL when the request was not CONNECT. */
  readonly target: string;
  /** User name and password, as they were sent. */
  readonly login: string | undefined;
}

/** A port of this machine to connect to, a status to refuse with, or no answer at all. */
export type ProxyAnswer = { readonly port: number } | { readonly status: number; readonly body?: string } | "never";

export interface TunnelProxy extends AsyncDisposable {
  /** `http://localhost:PORT`, or https. */
  readonly url: string;
  readonly host: string;
  readonly requests: readonly ProxyRequest[];
  /** Connections that are open, to the proxy. */
  readonly connections: () => number;
}

/** A real HTTP proxy on this machine, which knows every host by the port that `answer` gives. */
export async function startTunnelProxy(
  answer: (request: ProxyRequest) => ProxyAnswer,
  tls?: TlsIdentity,
): Promise<TunnelProxy> {
  const requests: ProxyRequest[] = [];
  const sockets = new Set<Duplex>();
  const server = tls ? createTlsServer(tls) : createServer();
  const keep = (socket: Duplex) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
  };
  const record = (request: IncomingMessage): ProxyRequest => {
    const [, encoded] = /^Basic (\S+)$/.exec(request.headers["proxy-authorization"] ?? "") ?? [];
    const login = encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString("utf8");
    const asked = { target: request.url ?? "", login };
    requests.push(asked);
    return asked;
  };
  server.on("connection", keep);
  server.on("request", (request, response) => {
    record(request);
    response.writeHead(502).end();
  });
  server.on("connect", (request: IncomingMessage, client: Duplex) => {
    const reply = answer(record(request));
    if (reply === "never") {
      client.on("end", () => client.destroy()).resume();
      return;
    }
    if ("status" in reply) {
      const { status, body = "" } = reply;
      client.end(`HTTP/1.1 ${status} No\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      return;
    }
    const there = connect(reply.port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      there.pipe(client).pipe(there);
    });
    there.on("error", () => client.destroy());
    client.on("close", () => there.destroy());
  });
  const { port } = await listenOnLoopback(server);
  return {
    url: `${tls ? "https" : "http"}://localhost:${port}`,
    host: `localhost:${port}`,
    requests,
    connections: () => sockets.size,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Lets through whoever says user name and password, both as they are meant. */
export function withLogin(login: string, answer: (request: ProxyRequest) => ProxyAnswer) {
  return (request: ProxyRequest): ProxyAnswer => (request.login === login ? answer(request) : { status: 407 });
}
