import { type CallOptions, credentials, Metadata, type requestCallback } from "@grpc/grpc-js";
import pluginProto from "@pulumi/pulumi/proto/plugin_pb.js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import emptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import type { JsonObject } from "../../../provider/core/json.ts";
import { type PluginProcess, startPluginProcess } from "./pluginProcess.ts";
import { fromStruct, type Properties, toStruct } from "./pluginProperties.ts";

export interface Failure {
  readonly property: string;
  readonly reason: string;
}

/** The result is empty when there are failures. */
export interface Answer {
  readonly result: JsonObject;
  readonly failures: readonly Failure[];
}

export interface Difference {
  readonly changes: "none" | "some" | "unknown";
  readonly properties: readonly string[];
  readonly replaces: readonly string[];
}

interface Change {
  readonly id?: string;
  readonly urn?: string;
  readonly recorded: Properties;
  readonly before: Properties;
  readonly news: Properties;
}

/** A plugin of its own, and the engine's side of its protocol in plain values. Every call has a deadline. */
export type Plugin = Awaited<ReturnType<typeof startPlugin>>;

const DEADLINE_MS = 20_000;
const fixedUrn = "urn:pulumi:test::project::alicloud-backups:rds:BackupGate::gate";

/** `program` is the built plugin, unless it is another one. */
export async function startPlugin(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  program?: string,
  inheritance?: Parameters<typeof startPluginProcess>[3],
) {
  const process = await startPluginProcess(args, env, program, inheritance);
  return connect(process);
}

function connect(process: PluginProcess) {
  const options = {
    "grpc.max_receive_message_length": 400 * 1024 * 1024,
    // The plugin is on this machine, whatever proxy the person who runs the tests is behind.
    "grpc.enable_http_proxy": 0,
  };
  const client = new providerGrpc.ResourceProviderClient(
    `127.0.0.1:${process.port}`,
    credentials.createInsecure(),
    options,
  );

  return {
    process,

    async schema(version = 0): Promise<unknown> {
      const request = new providerProto.GetSchemaRequest();
      request.setVersion(version);
      const response = await answer<pb.GetSchemaResponse>((...call) => client.getSchema(request, ...call));
      return JSON.parse(response.getSchema());
    },

    async version(): Promise<string> {
      const response = await answer<pluginProto.PluginInfo>((...call) =>
        client.getPluginInfo(new emptyProto.Empty(), ...call),
      );
      return response.getVersion();
    },

    handshake(): Promise<pb.ProviderHandshakeResponse> {
      const request = new providerProto.ProviderHandshakeRequest();
      request.setEngineAddress("127.0.0.1:1");
      request.setInvokeWithPreview(true);
      return answer((...call) => client.handshake(request, ...call));
    },

    parameterize(...args: string[]): Promise<pb.ParameterizeResponse> {
      const parameters = new providerProto.ParameterizeRequest.ParametersArgs();
      parameters.setArgsList(args);
      const request = new providerProto.ParameterizeRequest();
      request.setArgs(parameters);
      return answer((...call) => client.parameterize(request, ...call));
    },

    async attach(address: string): Promise<void> {
      const request = new pluginProto.PluginAttach();
      request.setAddress(address);
      await answer((...call) => client.attach(request, ...call));
    },

    async checkConfig(configuration: Properties): Promise<Answer> {
      const request = new providerProto.CheckRequest();
      request.setNews(toStruct(configuration));
      return checked(await answer<pb.CheckResponse>((...call) => client.checkConfig(request, ...call)));
    },

    async diffConfig(before: Properties, news: Properties): Promise<Difference> {
      const request = new providerProto.DiffRequest();
      request.setOldInputs(toStruct(before));
      request.setOlds(toStruct(before));
      request.setNews(toStruct(news));
      return difference(await answer<pb.DiffResponse>((...call) => client.diffConfig(request, ...call)));
    },

    configure(configuration: Properties): Promise<pb.ConfigureResponse> {
      const request = new providerProto.ConfigureRequest();
      request.setArgs(toStruct(configuration));
      request.setAcceptsecrets(true);
      request.setSendsOldInputs(true);
      return answer((...call) => client.configure(request, ...call));
    },

    /** Begins an invoke, and returns how to go away from it. */
    beginInvoke(token: string, args: Properties): () => void {
      const request = new providerProto.InvokeRequest();
      request.setTok(`alicloud-backups:${token}`);
      request.setArgs(toStruct(args));
      const call = client.invoke(request, () => undefined);
      return () => call.cancel();
    },

    /** `token` without the package's name: `rds:getBackup`. */
    async invoke(token: string, args: Properties, { preview = false } = {}): Promise<Answer> {
      const request = new providerProto.InvokeRequest();
      request.setTok(`alicloud-backups:${token}`);
      request.setArgs(toStruct(args));
      request.setPreview(preview);
      const response = await answer<pb.InvokeResponse>((...call) => client.invoke(request, ...call));
      return { result: fromStruct(response.getReturn()), failures: failuresOf(response.getFailuresList()) };
    },

    async check(inputs: Properties, urn = fixedUrn): Promise<Answer> {
      const request = new providerProto.CheckRequest();
      request.setUrn(urn);
      request.setNews(toStruct(inputs));
      return checked(await answer<pb.CheckResponse>((...call) => client.check(request, ...call)));
    },

    /** `timeout` is that of `customTimeouts`, in seconds. */
    async create(inputs: Properties, { preview = false, urn = fixedUrn, timeout = 0 } = {}) {
      const request = new providerProto.CreateRequest();
      request.setUrn(urn);
      request.setTimeout(timeout);
      request.setProperties(toStruct(inputs));
      request.setPreview(preview);
      const response = await answer<pb.CreateResponse>((...call) => client.create(request, ...call));
      return { id: response.getId(), properties: fromStruct(response.getProperties()) };
    },

    async diff({ id = "gate", urn = fixedUrn, recorded, before, news }: Change): Promise<Difference> {
      const request = new providerProto.DiffRequest();
      request.setId(id);
      request.setUrn(urn);
      request.setOlds(toStruct(recorded));
      request.setOldInputs(toStruct(before));
      request.setNews(toStruct(news));
      return difference(await answer<pb.DiffResponse>((...call) => client.diff(request, ...call)));
    },

    async update(
      { id = "gate", urn = fixedUrn, recorded, before, news }: Change,
      { preview = false, timeout = 0 } = {},
    ): Promise<JsonObject> {
      const request = new providerProto.UpdateRequest();
      request.setId(id);
      request.setUrn(urn);
      request.setOlds(toStruct(recorded));
      request.setOldInputs(toStruct(before));
      request.setNews(toStruct(news));
      request.setTimeout(timeout);
      request.setPreview(preview);
      const response = await answer<pb.UpdateResponse>((...call) => client.update(request, ...call));
      return fromStruct(response.getProperties());
    },

    async read(id: string, recorded: Properties, inputs: Properties, urn = fixedUrn) {
      const request = new providerProto.ReadRequest();
      request.setId(id);
      request.setUrn(urn);
      request.setProperties(toStruct(recorded));
      request.setInputs(toStruct(inputs));
      const response = await answer<pb.ReadResponse>((...call) => client.read(request, ...call));
      const [properties, kept] = [fromStruct(response.getProperties()), fromStruct(response.getInputs())];
      return { id: response.getId(), properties, inputs: kept };
    },

    async delete(id: string, recorded: Properties, inputs: Properties, urn = fixedUrn): Promise<void> {
      const request = new providerProto.DeleteRequest();
      request.setId(id);
      request.setUrn(urn);
      request.setProperties(toStruct(recorded));
      request.setOldInputs(toStruct(inputs));
      await answer((...call) => client.delete(request, ...call));
    },

    async cancel(): Promise<void> {
      await answer((...call) => client.cancel(new emptyProto.Empty(), ...call));
    },

    async [Symbol.asyncDispose]() {
      client.close();
      await process[Symbol.asyncDispose]();
    },
  };
}

type Call<Response> = [metadata: Metadata, options: Partial<CallOptions>, done: requestCallback<Response>];

/** An RPC that is never answered fails its test with DEADLINE_EXCEEDED. */
function answer<Response>(send: (...call: Call<Response>) => unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    send(new Metadata(), { deadline: Date.now() + DEADLINE_MS }, (error, response) => {
      if (error) reject(error);
      else if (response === undefined) reject(new Error("Neither an error nor a response."));
      else resolve(response);
    });
  });
}

function checked(response: pb.CheckResponse): Answer {
  return { result: fromStruct(response.getInputs()), failures: failuresOf(response.getFailuresList()) };
}

function failuresOf(list: readonly pb.CheckFailure[]): Failure[] {
  return list.map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() }));
}

function difference(response: pb.DiffResponse): Difference {
  const { DIFF_NONE, DIFF_SOME } = providerProto.DiffResponse.DiffChanges;
  const changes = new Map([
    [DIFF_NONE, "none" as const],
    [DIFF_SOME, "some" as const],
  ]).get(response.getChanges());
  return { changes: changes ?? "unknown", properties: response.getDiffsList(), replaces: response.getReplacesList() };
}
