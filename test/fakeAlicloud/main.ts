import { Server, ServerCredentials } from "@grpc/grpc-js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { Cloud } from "./Cloud.ts";
import { service } from "./service.ts";

const file = process.env.STANDIN_FILE;
if (file === undefined) throw new Error("STANDIN_FILE must name the file with the stand-in's instances.");

const server = new Server();
server.addService(providerGrpc.ResourceProviderService, service(new Cloud(file)));
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.stdout.write(`${port}\n`);
});
