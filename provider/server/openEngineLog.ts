import { credentials, Metadata } from "@grpc/grpc-js";
import engineGrpc from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import engineProto from "@pulumi/pulumi/proto/engine_pb.js";

/** `status` replaces the line before it, and is gone when the operation ends. */
export type Severity = "debug" | "info" | "status" | "warning";

/** Says something to the user through the engine: stdout belongs to the port line alone. Never rejects. */
export type EngineLog = (severity: Severity, message: string, urn?: string) => Promise<void>;

/** An engine that does not answer must not hold up the request that is being logged. */
function deadline() {
  return { deadline: new Date(Date.now() + 2_000) };
}

/** The engine is on this machine, and gRPC would otherwise connect through the proxy in `http_proxy`. */
const DIRECTLY = { "grpc.enable_http_proxy": 0 };

export function openEngineLog(address: string): EngineLog {
  const client = new engineGrpc.EngineClient(address, credentials.createInsecure(), DIRECTLY);
  const severities = {
    debug: engineProto.LogSeverity.DEBUG,
    info: engineProto.LogSeverity.INFO,
    status: engineProto.LogSeverity.INFO,
    warning: engineProto.LogSeverity.WARNING,
  };

  return (severity, message, urn = "") => {
    const request = new engineProto.LogRequest();
    request.setSeverity(severities[severity]);
    request.setMessage(message);
    request.setUrn(urn);
    request.setEphemeral(severity === "status");
    // A message that cannot be delivered must not fail the lookup that it is about.
    return new Promise((resolve) => client.log(request, new Metadata(), deadline(), () => resolve()));
  };
}
