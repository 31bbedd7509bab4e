import type { ServerUnaryCall, sendUnaryData, UntypedServiceImplementation } from "@grpc/grpc-js";
import { Server, ServerCredentials, status } from "@grpc/grpc-js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type { Host } from "../core/host.ts";
import type { RunningService } from "./openService.ts";

const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

/** The handler of Invoke writes its reply itself, because a list can be long. */
const serviceDefinition = {
  ...providerGrpc.ResourceProviderService,
  invoke: { ...providerGrpc.ResourceProviderService.invoke, responseSerialize: (reply: Buffer) => reply },
};

interface ServerHandle {
  readonly port: number;
  /** Ends everything in flight, then the server. */
  readonly stop: () => void;
}

/**
 * Listens on this machine only. The service, which is most of the code, is loaded after the port is open: the engine
 * waits for the port, and calls the service a little later. The engine's address comes from the command line or Attach.
 */
export function serve(host: Host, engineAddress: string | undefined): Promise<ServerHandle> {
  let opening: Promise<RunningService> | undefined;
  let service: RunningService | undefined;
  const open = () => {
    opening ??= import("./openService.ts").then(({ openService }) => {
      service = openService(host, engineAddress);
      return service;
    });
    return opening;
  };
  const limits = { "grpc.max_receive_message_length": MAX_MESSAGE_BYTES, "grpc.max_send_message_length": -1 };
  const server = new Server(limits);
  server.addService(serviceDefinition, lazyService(open));
  const stop = () => {
    service?.cancel();
    server.forceShutdown();
  };
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error) return reject(error);
      resolve({ port, stop });
      // The first call awaits the same promise, and reports a failure to load.
      setImmediate(() => open().catch(() => undefined));
    });
  });
}

/** Handlers that load the service at the first call, and forward every call to it. */
function lazyService(open: () => Promise<RunningService>): UntypedServiceImplementation {
  const forward = (name: string) => (call: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<unknown>) => {
    open().then(
      ({ handlers }) => {
        const handle = handlers[name];
        if (handle) handle(call, answer);
        else answer({ code: status.UNIMPLEMENTED, details: `This provider has no ${name}.` });
      },
      (error: unknown) => answer({ code: status.INTERNAL, details: `The provider could not be loaded: ${error}` }),
    );
  };
  const unaryMethods = Object.entries(providerGrpc.ResourceProviderService).filter(
    ([, { responseStream }]) => !responseStream,
  );
  return Object.fromEntries(unaryMethods.map(([name]) => [name, forward(name)]));
}
