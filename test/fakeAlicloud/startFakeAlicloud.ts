import { Server, ServerCredentials } from "@grpc/grpc-js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { Cloud } from "./Cloud.ts";
import { service } from "./service.ts";

export interface FakeAlicloud extends Disposable {
  readonly port: number;
}

/** As the environment of a plugin gives it. */
export interface Surroundings {
  /** Names the file with what exists. */
  readonly FAKE_CLOUD_FILE?: string | undefined;
  readonly RDS_ENDPOINT?: string | undefined;
  /** How backups that are made end, if not in Success. */
  readonly FAKE_BACKUP_STATUS?: string | undefined;
}

/** The gRPC server of the plugin. The engine starts it as a plugin, or attaches to one that runs already. */
export function startFakeAlicloud(surroundings: Surroundings): Promise<FakeAlicloud> {
  const { FAKE_CLOUD_FILE, RDS_ENDPOINT, FAKE_BACKUP_STATUS } = surroundings;
  if (FAKE_CLOUD_FILE === undefined)
    throw new Error("FAKE_CLOUD_FILE must name the file with the instances that exist.");
  const making = { endpoint: RDS_ENDPOINT, status: FAKE_BACKUP_STATUS };
  const server = new Server();
  server.addService(providerGrpc.ResourceProviderService, service(new Cloud(FAKE_CLOUD_FILE), making));
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve({ port, [Symbol.dispose]: () => server.forceShutdown() });
    });
  });
}
