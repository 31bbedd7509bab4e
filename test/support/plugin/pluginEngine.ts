import type { handleUnaryCall } from "@grpc/grpc-js";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import engineGrpc from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb.js";
import engineProto from "@pulumi/pulumi/proto/engine_pb.js";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import emptyProto from "google-protobuf/google/protobuf/empty_pb.js";

export interface LoggedMessage {
  readonly severity: "debug" | "info" | "warning" | "error";
  readonly message: string;
  readonly urn: string;
}

/** As much of the engine as a provider speaks to: it keeps what is logged. */
export interface FakeEngine extends AsyncDisposable {
  /** For the plugin's command line. */
  readonly address: string;
  readonly messages: readonly LoggedMessage[];
}

/** A `deaf` one keeps what is logged, and never answers. */
export function startFakeEngine({ deaf = false } = {}): Promise<FakeEngine> {
  const messages: LoggedMessage[] = [];
  const log: handleUnaryCall<LogRequest, Empty> = (call, answer) => {
    messages.push({
      severity: severityOf(call.request.getSeverity()),
      message: call.request.getMessage(),
      urn: call.request.getUrn(),
    });
    if (!deaf) answer(null, new emptyProto.Empty());
  };
  const server = new Server();
  server.addService(engineGrpc.EngineService, { log });
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error) return reject(error);
      const close = () => {
        server.forceShutdown();
        return Promise.resolve();
      };
      resolve({ address: `127.0.0.1:${port}`, messages, [Symbol.asyncDispose]: close });
    });
  });
}

function severityOf(severity: engineProto.LogSeverity): LoggedMessage["severity"] {
  const { DEBUG, INFO, WARNING } = engineProto.LogSeverity;
  if (severity === DEBUG) return "debug";
  if (severity === INFO) return "info";
  return severity === WARNING ? "warning" : "error";
}
