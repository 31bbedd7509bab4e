import { createServer, type Socket } from "node:net";

export interface OpenPort {
  readonly port: number;
  /** Hands over the connections that wait, and from then on each as it comes. */
  readonly handOver: (take: (socket: Socket) => void) => void;
  /** Takes no more connections, and ends those that wait. */
  readonly close: () => void;
}

/**
 * Opens a port of this machine with what Node has loaded anyway. The engine waits for the port, and connects a little later:
 * its connections wait here until there is someone to answer.
 */
export function openPort(): Promise<OpenPort> {
  const waiting = new Set<Socket>();
  let take = (socket: Socket) => {
    waiting.add(socket);
    socket.on("close", () => waiting.delete(socket));
    // A connection that breaks while it waits is nobody's fault, and without a listener would end the process.
    socket.on("error", () => undefined);
  };
  // Nothing is read of a connection that waits, and so nothing is lost.
  const server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => take(socket));

  function handOver(next: (socket: Socket) => void): void {
    take = (socket) => {
      next(socket);
      socket.resume();
    };
    for (const socket of waiting) take(socket);
    waiting.clear();
  }

  function close(): void {
    server.close();
    for (const socket of waiting) socket.destroy();
  }

  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The port that was opened has no number."));
      else resolve({ port: address.port, handOver, close });
    });
  });
}
