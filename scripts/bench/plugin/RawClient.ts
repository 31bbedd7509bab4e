import { Client, credentials } from "@grpc/grpc-js";
import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import type { JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import structProto from "google-protobuf/google/protobuf/struct_pb.js";

export type Properties = Readonly<Record<string, JavaScriptValue>>;

const DEADLINE_MS = 120_000;
const options = {
  "grpc.max_receive_message_length": 400 * 1024 * 1024,
  "grpc.enable_http_proxy": 0,
  "grpc.use_local_subchannel_pool": 1,
  // The engine is written in Go, whose gRPC widens its window up to this; Node's stays at 64 KB, a hundred round trips for 7 MB.
  "grpc-node.flow_control_window": 16 * 1024 * 1024,
};

interface Message {
  serializeBinary(): Uint8Array;
}

/**
 * The engine's side of the protocol, which leaves replies as they came: decoding a large one takes Google's library
 * longer than all that is to be measured.
 */
export class RawClient {
  readonly #client: Client;

  constructor(port: number) {
    this.#client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), options);
  }

  configure(settings: Properties): Promise<Buffer> {
    const request = new providerProto.ConfigureRequest();
    request.setArgs(toStruct(settings));
    request.setAcceptsecrets(true);
    return this.#call("Configure", request);
  }

  /** `token` is the whole one: `alicloud-backups:rds:getBackups`. */
  invoke(token: string, args: Properties): Promise<Buffer> {
    const request = new providerProto.InvokeRequest();
    request.setTok(token);
    request.setArgs(toStruct(args));
    return this.#call("Invoke", request);
  }

  /** The smallest question that a plugin answers: how long it takes shows for how long the plugin did something else. */
  async ping(): Promise<void> {
    await this.#call("GetPluginInfo", { serializeBinary: () => new Uint8Array() });
  }

  close(): void {
    this.#client.close();
  }

  #call(method: string, request: Message): Promise<Buffer> {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    this.#client.makeUnaryRequest(
      `/pulumirpc.ResourceProvider/${method}`,
      (message: Message) => Buffer.from(message.serializeBinary()),
      (reply) => reply,
      request,
      { deadline: Date.now() + DEADLINE_MS },
      (error, reply) => {
        if (error) reject(error);
        else if (reply === undefined) reject(new Error(`${method} brought neither an error nor a reply.`));
        else resolve(reply);
      },
    );
    return promise;
  }
}

function toStruct(properties: Properties): Struct {
  return structProto.Struct.fromJavaScript({ ...properties });
}
