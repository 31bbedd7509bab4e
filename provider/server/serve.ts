import { Server, ServerCredentials } from "@grpc/grpc-js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type { Host } from "../core/host.ts";
import { engineLog } from "./engineLog.ts";
import { providerService } from "./providerService.ts";
import { ProviderState } from "./providerState.ts";

const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

interface Serving {
  readonly port: number;
  /** Ends everything in flight, then the server. */
  readonly stop: () => void;
}

/** Listens on this machine only. The engine's address is given on the command line, or later by Attach. */
export function serve(host: Host, engineAddress: string | undefined): Promise<Serving> {
  const state = new ProviderState(host);
  if (engineAddress) state.attach(engineLog(engineAddress));
  const limits = { "grpc.max_receive_message_length": MAX_MESSAGE_BYTES, "grpc.max_send_message_length": -1 };
  const server = new Server(limits);
  server.addService(providerGrpc.ResourceProviderService, providerService(state));
  const stop = () => {
    state.cancel();
    server.forceShutdown();
  };
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve({ port, stop }),
    );
  });
}
