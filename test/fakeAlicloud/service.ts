import type { handleUnaryCall, UntypedServiceImplementation } from "@grpc/grpc-js";
import pluginProto from "@pulumi/pulumi/proto/plugin_pb.js";
import type * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import emptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import structProto, { type JavaScriptValue, type Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { z } from "zod";
import type { Cloud } from "./Cloud.ts";
import { type BackupMaking, makeBackup } from "./makeBackup.ts";
import { schema } from "./schema.ts";

/** In these the real provider cannot change a resource: a new one takes its place. */
const REPLACING = ["engine", "engineVersion", "zoneId", "instanceId", "dataBaseName", "sourceDbInstanceId"];
const DATABASE = "alicloud:rds/database:Database";
const BACKUP = "alicloud:rds/rdsBackup:RdsBackup";
const INSTANCE = "alicloud:rds/instance:Instance";

/** Pulumi's protocol: a text that is not known before up. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const notMadeYet = { backupId: UNKNOWN, status: UNKNOWN, storeStatus: UNKNOWN };

const properties = z.record(z.string(), z.json());

/**
 * As much of pulumi-alicloud as a guard needs: whatever the program asks for is created, updated and deleted in the
 * fake cloud. An instance gets its `instanceName` as its ID, so that a test can choose one of the emulator's, and a
 * `createTime` that is known when it is made.
 */
export function service(cloud: Cloud, making: BackupMaking): UntypedServiceImplementation {
  return {
    getPluginInfo: unary(() => {
      const info = new pluginProto.PluginInfo();
      info.setVersion("3.108.0");
      return info;
    }),
    getSchema: unary(() => {
      const response = new providerProto.GetSchemaResponse();
      response.setSchema(JSON.stringify(schema));
      return response;
    }),
    checkConfig: unary(accept),
    diffConfig: unary(() => new providerProto.DiffResponse()),
    configure: unary(() => {
      const response = new providerProto.ConfigureResponse();
      response.setSupportspreview(true);
      return response;
    }),
    check: unary(accept),
    diff: unary(diff),
    create: unary(async (request: pb.CreateRequest) => {
      const [response, urn] = [new providerProto.CreateResponse(), request.getUrn()];
      const inputs = read(request.getProperties());
      if (typeOf(urn) === BACKUP) {
        const made = request.getPreview() ? notMadeYet : await makeBackup(inputs, making);
        response.setProperties(struct({ ...inputs, ...made }));
        if (!request.getPreview()) response.setId(cloud.create(nameOf(urn), String(made.backupId), inputs));
        return response;
      }
      const createTime = request.getPreview() ? UNKNOWN : new Date().toISOString();
      const made = typeOf(urn) === INSTANCE ? struct({ ...inputs, createTime }) : request.getProperties();
      response.setProperties(made);
      if (!request.getPreview()) response.setId(cloud.create(nameOf(urn), wantedId(urn, inputs), inputs));
      return response;
    }),
    read: unary((request: pb.ReadRequest) => {
      const response = new providerProto.ReadResponse();
      // No ID says that it is gone.
      if (!cloud.ids.includes(request.getId())) return response;
      response.setId(request.getId());
      response.setProperties(request.getProperties());
      response.setInputs(request.getInputs());
      return response;
    }),
    update: unary((request: pb.UpdateRequest) => {
      const response = new providerProto.UpdateResponse();
      const { createTime } = read(request.getOlds());
      const news = request.getNews();
      response.setProperties(createTime === undefined ? news : struct({ ...news?.toJavaScript(), createTime }));
      if (!request.getPreview()) cloud.update(nameOf(request.getUrn()), request.getId(), read(request.getNews()));
      return response;
    }),
    delete: unary((request: pb.DeleteRequest) => {
      cloud.delete(nameOf(request.getUrn()), request.getId());
      return new emptyProto.Empty();
    }),
    cancel: unary(() => new emptyProto.Empty()),
    // When the engine did not start it, but was told where it is.
    attach: unary(() => new emptyProto.Empty()),
  };
}

/** What throws becomes the engine's error. */
function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return async ({ request }, done) => {
    try {
      done(null, await answer(request));
    } catch (error) {
      done({ details: error instanceof Error ? error.message : String(error) });
    }
  };
}

function accept(request: pb.CheckRequest): pb.CheckResponse {
  const response = new providerProto.CheckResponse();
  response.setInputs(request.getNews());
  return response;
}

function diff(request: pb.DiffRequest): pb.DiffResponse {
  const [olds, news] = [read(request.getOldInputs()), read(request.getNews())];
  const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
  const changed = names.filter((name) => JSON.stringify(olds[name]) !== JSON.stringify(news[name]));
  const replaces = changed.filter((name) => REPLACING.includes(name));
  const response = new providerProto.DiffResponse();
  const { DIFF_NONE, DIFF_SOME } = providerProto.DiffResponse.DiffChanges;
  response.setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE);
  response.setDiffsList(changed);
  response.setReplacesList(replaces);
  // As bridged providers do: two databases cannot have the same name.
  response.setDeletebeforereplace(
    typeOf(request.getUrn()) === DATABASE && replaces.length > 0 && !changed.includes("dataBaseName"),
  );
  return response;
}

function wantedId(urn: string, inputs: z.output<typeof properties>): string {
  if (typeOf(urn) === DATABASE) return `${inputs.instanceId}:${inputs.dataBaseName}`;
  return String(inputs.instanceName ?? inputs.dbInstanceDescription ?? nameOf(urn));
}

function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? urn;
}

function typeOf(urn: string): string {
  return urn.split("::").at(2)?.split("$").at(-1) ?? urn;
}

function read(values: Struct | undefined) {
  return properties.parse(values?.toJavaScript() ?? {});
}

function struct(values: Readonly<Record<string, JavaScriptValue>>): Struct {
  return structProto.Struct.fromJavaScript({ ...values });
}
