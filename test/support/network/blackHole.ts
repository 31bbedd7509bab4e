import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";

export interface BlackHole extends AsyncDisposable {
  readonly url: string;
}

/** Listens and never takes a connection: its worker is asleep. */
const LISTENER = `
const { createServer } = require("node:net");
const { parentPort } = require("node:worker_threads");
const server = createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
});
`;
const MOST = 10;
const PATIENCE_MS = 500;

/** An address where connections are neither taken nor refused; undefined on systems that take more than they can hold. */
export async function openBlackHole(): Promise<BlackHole | undefined> {
  const worker = new Worker(LISTENER, { eval: true });
  const [port]: unknown[] = await once(worker, "message");
  if (typeof port !== "number") throw new Error("The listener has no port.");
  const sockets: Socket[] = [];
  const dispose = async () => {
    for (const socket of sockets) socket.destroy();
    await worker.terminate();
  };
  for (let n = 0; n < MOST; n++) {
    const socket = connect(port, "127.0.0.1").on("error", () => undefined);
    sockets.push(socket);
    const isTaken = await once(socket, "connect", { signal: AbortSignal.timeout(PATIENCE_MS) }).then(
      () => true,
      () => false,
    );
    if (!isTaken) return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: dispose };
  }
  await dispose();
  return undefined;
}
