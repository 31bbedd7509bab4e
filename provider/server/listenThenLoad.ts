import type { GrpcServer } from "./createGrpcServer.ts";
import { openPort } from "./openPort.ts";

interface ServerHandle {
  readonly port: number;
  /** Rejects when what answers cannot be loaded: then nobody ever will. */
  readonly loaded: Promise<void>;
  /** Ends everything in flight, then the server. */
  readonly stop: () => void;
}

/**
 * Listens on this machine only. All that answers is loaded after the port is open, gRPC with it: the engine waits for the
 * port, and calls a little later.
 */
export async function listenThenLoad(load: () => Promise<GrpcServer>): Promise<ServerHandle> {
  const { port, handOver, close } = await openPort();
  let server: GrpcServer | undefined;
  // In a turn of its own, after the port line has been written.
  const loaded = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
    server = await load();
    handOver(server.accept);
  });
  const stop = () => {
    close();
    server?.stop();
  };
  return { port, loaded, stop };
}
