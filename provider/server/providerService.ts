import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import pluginProto from "@pulumi/pulumi/proto/plugin_pb.js";
import type * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import emptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { InputError } from "../core/errors/InputError.ts";
import { readSettings, settingSecrets } from "../lookups/settings.ts";
import { checkFailures } from "./checkFailures.ts";
import { engineLog } from "./engineLog.ts";
import { gateResources } from "./gateResources.ts";
import { invoke } from "./invoke.ts";
import { packageVersion } from "./packageInfo.ts";
import type { PropertyBag } from "./propertyBag.ts";
import { readProperties, writeProperties } from "./propertyBag.ts";
import type { ProviderState } from "./providerState.ts";
import { packageSchema } from "./schema/packageSchema.ts";
import { secretTexts } from "./secretInputs.ts";
import { unary } from "./unary.ts";

/** Pulumi's ResourceProvider service, as far as a provider of functions and gates has it. */
export function providerService(state: ProviderState): UntypedServiceImplementation {
  const resources = gateResources(state);
  /** Answers when the engine has been told all that there is to say. */
  const answering = <Request, Response>(handle: (request: Request) => Promise<Response> | Response) =>
    unary(
      async (request: Request) => {
        try {
          return await handle(request);
        } finally {
          await state.flushLog();
        }
      },
      () => state.secretSettings,
    );
  return {
    handshake: unary(handshake),
    attach: unary((request: InstanceType<typeof pluginProto.PluginAttach>) => {
      state.attach(engineLog(request.getAddress()));
      return new emptyProto.Empty();
    }),
    getPluginInfo: unary(() => {
      const info = new pluginProto.PluginInfo();
      info.setVersion(packageVersion);
      return info;
    }),
    getSchema: unary(getSchema),
    checkConfig: unary((request: pb.CheckRequest) => checkConfig(state, request)),
    diffConfig: unary(diffConfig),
    configure: answering((request: pb.ConfigureRequest) => configure(state, request)),
    invoke: answering((request: pb.InvokeRequest) => invoke(state, request)),
    check: answering(resources.check),
    diff: answering(resources.diff),
    create: answering(resources.create),
    read: answering(resources.read),
    update: answering(resources.update),
    delete: answering(resources.delete),
    cancel: unary(() => {
      state.cancel();
      return new emptyProto.Empty();
    }),
    parameterize: unary(() => {
      throw new Error("This provider takes no parameters: remove them from the package reference.");
    }),
  };
}

function handshake(): pb.ProviderHandshakeResponse {
  const response = new providerProto.ProviderHandshakeResponse();
  response.setAcceptSecrets(true);
  return response;
}

function getSchema(request: pb.GetSchemaRequest): pb.GetSchemaResponse {
  if (request.getVersion() !== 0) throw new Error(`Schema version ${request.getVersion()} is not supported, only 0.`);
  const response = new providerProto.GetSchemaResponse();
  response.setSchema(JSON.stringify(packageSchema()));
  return response;
}

function checkConfig(state: ProviderState, request: pb.CheckRequest): pb.CheckResponse {
  const response = new providerProto.CheckResponse();
  const given = readProperties(request.getNews());
  response.setInputs(withSecretKeys(request.getNews(), given));
  try {
    readSettings(given.values, given.unknown, state.host.env);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    response.setFailuresList(checkFailures(error.failures, given));
  }
  return response;
}

/** A key is a secret however it was configured: what is returned here is what the state keeps. */
function withSecretKeys(news: Struct | undefined, { values, secret }: PropertyBag): Struct {
  const isKey = (name: string) => settingSecrets.has(name) && Object.hasOwn(values, name) && !secret.has(name);
  return writeProperties({ ...news?.toJavaScript() }, isKey);
}

/** A change of key or region is never a reason to replace what a provider manages. */
function diffConfig(request: pb.DiffRequest): pb.DiffResponse {
  const response = new providerProto.DiffResponse();
  const { DIFF_NONE, DIFF_SOME } = providerProto.DiffResponse.DiffChanges;
  const [before, news] = [readProperties(request.getOldInputs()), readProperties(request.getNews())];
  const same = JSON.stringify(before.values) === JSON.stringify(news.values) && news.unknown.size === 0;
  response.setChanges(same ? DIFF_NONE : DIFF_SOME);
  return response;
}

function configure(state: ProviderState, request: pb.ConfigureRequest): pb.ConfigureResponse {
  const given = readProperties(request.getArgs());
  const secret = new Set([...given.secret].filter((name) => !settingSecrets.has(name)));
  state.configure(given, secretTexts({ ...given, secret }));
  const response = new providerProto.ConfigureResponse();
  response.setAcceptsecrets(true);
  response.setSupportspreview(true);
  return response;
}
