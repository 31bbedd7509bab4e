/**
 * Stands in for `grpcServer.ts` in the plugin's bundle: the library's own entry loads its client as well, with balancers,
 * resolvers and proxies, and only the engine's log needs one.
 */
export { Status as status } from "@grpc/grpc-js/build/src/constants.js";
export { Server } from "@grpc/grpc-js/build/src/server.js";
export { ServerCredentials } from "@grpc/grpc-js/build/src/server-credentials.js";
