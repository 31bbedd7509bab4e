import type { ServerUnaryCall, sendUnaryData } from "@grpc/grpc-js";

interface UnaryMethod {
  /** As a method, so that handlers of any request type fit: gRPC decodes each request as its method's own type. */
  handle(call: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<unknown>): void;
}

/** The handlers of the service by the names of its methods. */
export type ServiceHandlers = Readonly<Record<string, UnaryMethod["handle"]>>;
