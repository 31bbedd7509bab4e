/** gRPC, as far as a server needs it. In the plugin's bundle `bundledGrpcServer.ts` stands in for this file. */
export { Server, ServerCredentials, status } from "@grpc/grpc-js";
