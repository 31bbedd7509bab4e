import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { listenOnLoopback } from "./listenOnLoopback.ts";

export interface RawServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  /** Requests so far, on any connection. */
  readonly requests: () => number;
  /** Connections that are open. */
  readonly connections: () => number;
}

/**
 * A server on loopback that writes what a test wants onto the connection itself. `answer` is told how many requests came
 * before, on this connection and in all. Bodies of requests are read and forgotten.
 */
export async function startRawServer(
  answer: (socket: Socket, before: { readonly here: number; readonly inAll: number }) => void | Promise<void>,
): Promise<RawServer> {
  let requests = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    let here = 0;
    let rest = "";
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    socket.setEncoding("latin1").on("data", (text: string) => {
      rest += text;
      for (;;) {
        const end = rest.indexOf("\r\n\r\n");
        const length = Number(/content-length: (\d+)/i.exec(rest.slice(0, end))?.[1] ?? 0);
        if (end < 0 || rest.length < end + 4 + length) return;
        rest = rest.slice(end + 4 + length);
        void answer(socket, { here: here++, inAll: requests++ });
      }
    });
  });
  const { port, url } = await listenOnLoopback(server);
  const dispose = async () => {
    const closed = once(server, "close");
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    port,
    url,
    requests: () => requests,
    connections: () => sockets.size,
    [Symbol.asyncDispose]: dispose,
  };
}

/** A whole reply. */
export function httpReply(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Buffer {
  const bytes = Buffer.from(body);
  const lines = Object.entries({ "content-length": String(bytes.length), ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${lines.join("\r\n")}\r\n\r\n`), bytes]);
}
