import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { listenOnLoopback } from "./listenOnLoopback.ts";

/** An HTTP proxy that keeps the first line of whatever reaches it, and lets nothing through. */
export interface RecordingProxy extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly string[];
}

export async function startRecordingProxy(): Promise<RecordingProxy> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("data", (data) => {
      requests.push(data.toString("latin1").split("\r\n")[0] ?? "");
      socket.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    });
  });
  const { url } = await listenOnLoopback(server);
  return {
    url,
    requests,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** An environment that names this proxy for everything. */
export function everyProxyVariable(url: string): Readonly<Record<string, string>> {
  return {
    HTTPS_PROXY: url,
    HTTP_PROXY: url,
    ALL_PROXY: url,
    NO_PROXY: "",
    https_proxy: url,
    http_proxy: url,
    all_proxy: url,
    no_proxy: "",
  };
}
