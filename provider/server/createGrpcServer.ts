import type { Socket } from "node:net";
import type { ServerUnaryCall, sendUnaryData, UntypedServiceImplementation } from "@grpc/grpc-js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type { Host } from "../core/host.ts";
import { once } from "../core/once.ts";
import { realHost } from "../core/realHost.ts";
import { Server, ServerCredentials, status } from "./grpcServer.ts";
import type { RunningService } from "./openService.ts";

const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

/** By then the answer has left. */
const KEEP_AFTER_MS = 10;

/** The handler of Invoke writes its reply itself, because a list can be long. */
const serviceDefinition = {
  ...providerGrpc.ResourceProviderService,
  invoke: { ...providerGrpc.ResourceProviderService.invoke, responseSerialize: (reply: Buffer) => reply },
};

export interface GrpcServer {
  /** Takes over a connection. */
  readonly accept: (socket: Socket) => void;
  /** Ends everything in flight, then all connections. */
  readonly stop: () => void;
}

/** What a server is opened with. */
interface ServerOptions {
  /** From the command line; it may also come with Attach. */
  readonly engineAddress: string | undefined;
  readonly host?: Host;
  /** Is called when the first call that read something has been answered: by then most of the code has been compiled. */
  readonly keepCompiledCode?: () => void;
}

/** What answers gRPC on connections that it is given. The service, which is most of the code, is loaded a turn later. */
export function createGrpcServer({
  engineAddress,
  host = realHost,
  keepCompiledCode = () => undefined,
}: ServerOptions): GrpcServer {
  let service: RunningService | undefined;
  const open = once(async () => {
    const { openService } = await import("./openService.ts");
    service = openService({ host, engineAddress, keepCompiledCode });
    return service;
  });
  const limits = { "grpc.max_receive_message_length": MAX_MESSAGE_BYTES, "grpc.max_send_message_length": -1 };
  const server = new Server(limits);
  const keepSoon = once(() => setTimeout(keepCompiledCode, KEEP_AFTER_MS).unref());
  server.addService(serviceDefinition, lazyService(open, keepSoon));
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  // The first call awaits the same promise, and reports a failure to load.
  setImmediate(() => open().catch(() => undefined));
  return {
    accept: (socket) => injector.injectConnection(socket),
    stop: () => {
      service?.cancel();
      injector.destroy();
      server.forceShutdown();
    },
  };
}

/** Handlers that load the service at the first call, and forward every call to it. */
function lazyService(open: () => Promise<RunningService>, keepSoon: () => void): UntypedServiceImplementation {
  const forward = (name: string) => (call: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<unknown>) => {
    open().then(
      ({ handlers, hasReadWholeList }) => {
        const handle = handlers[name];
        const answerAndKeep: typeof answer = (...reply) => {
          answer(...reply);
          if (hasReadWholeList()) keepSoon();
        };
        if (handle) handle(call, answerAndKeep);
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
