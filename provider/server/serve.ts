import type { ServerUnaryCall, sendUnaryData, UntypedServiceImplementation } from "@grpc/grpc-js";
import { Server, ServerCredentials, status } from "@grpc/grpc-js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type { Host } from "../core/host.ts";
import type { OpenService } from "./openService.ts";

const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

interface Serving {
  readonly port: number;
  /** Ends everything in flight, then the server. */
  readonly stop: () => void;
}

/**
 * Listens on this machine only. The service itself, most of the code, is loaded once the port is there: the engine
 * waits for the port, and needs the service a little later. Its address is given on the command line, or by Attach.
 */
export function serve(host: Host, engineAddress: string | undefined): Promise<Serving> {
  let opening: Promise<OpenService> | undefined;
  let opened: OpenService | undefined;
  const open = () => {
    opening ??= import("./openService.ts").then(({ openService }) => {
      opened = openService(host, engineAddress);
      return opened;
    });
    return opening;
  };
  const limits = { "grpc.max_receive_message_length": MAX_MESSAGE_BYTES, "grpc.max_send_message_length": -1 };
  const server = new Server(limits);
  server.addService(providerGrpc.ResourceProviderService, lateService(open));
  const stop = () => {
    opened?.cancel();
    server.forceShutdown();
  };
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error) return reject(error);
      resolve({ port, stop });
      // A failure is told to the first call, which meets the same promise.
      setImmediate(() => open().catch(() => undefined));
    });
  });
}

/** Every method of the service, passed on to the real one as soon as it is there. */
function lateService(open: () => Promise<OpenService>): UntypedServiceImplementation {
  const late = (name: string) => (call: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<unknown>) => {
    open().then(
      ({ implementation }) => {
        const handle = implementation[name];
        if (handle) Reflect.apply(handle, undefined, [call, answer]);
        else answer({ code: status.UNIMPLEMENTED, details: `This provider has no ${name}.` });
      },
      (error: unknown) => answer({ code: status.INTERNAL, details: `The provider could not be loaded: ${error}` }),
    );
  };
  const unaryMethods = Object.entries(providerGrpc.ResourceProviderService).filter(
    ([, { responseStream }]) => !responseStream,
  );
  return Object.fromEntries(unaryMethods.map(([name]) => [name, late(name)]));
}
