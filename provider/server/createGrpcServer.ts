import type { ServerHttp2Session } from "node:http2";
import type { Socket } from "node:net";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type { Host } from "../core/host.ts";
import { messageOf } from "../core/messageOf.ts";
import { once } from "../core/once.ts";
import { realHost } from "../core/realHost.ts";
import { grpcStatus } from "./grpc/grpcStatus.ts";
import { serveConnection } from "./grpc/serveConnection.ts";
import type { FindMethod } from "./grpc/UnaryMethod.ts";
import type { RunningService } from "./openService.ts";

/** By then the answer has left. */
const KEEP_AFTER_MS = 10;

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
  const keepSoon = once(() => setTimeout(keepCompiledCode, KEEP_AFTER_MS).unref());
  const find = lazyMethods(open, keepSoon);
  const sessions = new Set<ServerHttp2Session>();
  // The first call awaits the same promise, and reports a failure to load.
  setImmediate(() => open().catch(() => undefined));
  return {
    accept: (socket) => {
      const session = serveConnection(socket, find);
      sessions.add(session);
      session.on("close", () => sessions.delete(session));
    },
    stop: () => {
      service?.cancel();
      for (const session of sessions) session.destroy();
    },
  };
}

/** Methods that load the service at the first call, and forward every call to it. */
function lazyMethods(open: () => Promise<RunningService>, keepSoon: () => void): FindMethod {
  const namesByPath = new Map<string | undefined, string>(
    Object.entries(providerGrpc.ResourceProviderService).map(([name, { path }]) => [path, name]),
  );
  return (path) => async (request, signal) => {
    const name = namesByPath.get(path);
    try {
      const { handlers, hasReadWholeList } = await open();
      const handle = name === undefined ? undefined : handlers[name];
      if (handle === undefined)
        return { code: grpcStatus.unimplemented, details: `This provider has no ${name ?? path}.` };
      const answer = await handle(request, signal);
      if (hasReadWholeList()) keepSoon();
      return answer;
    } catch (error) {
      return { code: grpcStatus.internal, details: `The provider could not be loaded: ${messageOf(error)}` };
    }
  };
}
