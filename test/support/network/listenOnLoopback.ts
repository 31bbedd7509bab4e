import { once } from "node:events";
import type { Server } from "node:net";

/** Starts a server on a free port of this machine. */
export async function listenOnLoopback(server: Server): Promise<{ readonly port: number; readonly url: string }> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { port: address.port, url: `http://127.0.0.1:${address.port}` };
}
