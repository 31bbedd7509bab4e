import pluginProto from "@pulumi/pulumi/proto/plugin_pb.js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type * as pb from "@pulumi/pulumi/proto/provider_pb.js";
import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import emptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { InputError } from "../core/errors/InputError.ts";
import { once } from "../core/once.ts";
import { readSettings, secretSettingNames } from "../lookups/settings.ts";
import { invoke } from "./invoke.ts";
import { lazyEngineLog } from "./lazyEngineLog.ts";
import { packageVersion } from "./packageInfo.ts";
import type { PropertyBag } from "./propertyBag.ts";
import { readPropertyBag, writeProperties } from "./propertyBag.ts";
import type { ProviderState } from "./providerState.ts";
import type { ServiceHandlers } from "./ServiceHandlers.ts";
import { secretTexts } from "./secretInputs.ts";
import { toCheckFailures } from "./toCheckFailures.ts";
import { type MessageFormat, unaryHandler } from "./unaryHandler.ts";

const { ResourceProviderService: methods } = providerGrpc;

/** Its reply is written by the handler itself, because a list can be long. */
const invokeMethod = { ...methods.invoke, responseSerialize: (pieces: readonly Buffer[]) => pieces };

/** The part of Pulumi's ResourceProvider service that a provider of functions and gates needs. */
export function providerService(state: ProviderState): ServiceHandlers {
  // Loaded by the first gate: a stack of lookups alone needs none.
  const gates = once(async () => (await import("./gateHandlers.ts")).gateHandlers(state));
  /** Answers after the log messages of the request have reached the engine. */
  const answering = <Request, Response>(
    method: MessageFormat<Request, Response>,
    handle: (request: Request, signal: AbortSignal) => Promise<Response> | Response,
  ) =>
    unaryHandler(
      method,
      async (request: Request, signal) => {
        try {
          return await handle(request, signal);
        } finally {
          await state.flushLog();
        }
      },
      () => state.secretSettingTexts,
    );
  return {
    handshake: unaryHandler(methods.handshake, handshake),
    attach: unaryHandler(methods.attach, (request) => {
      state.attach(lazyEngineLog(request.getAddress()));
      return new emptyProto.Empty();
    }),
    getPluginInfo: unaryHandler(methods.getPluginInfo, () => {
      const info = new pluginProto.PluginInfo();
      info.setVersion(packageVersion);
      return info;
    }),
    getSchema: unaryHandler(methods.getSchema, getSchema),
    checkConfig: unaryHandler(methods.checkConfig, (request) => checkConfig(state, request)),
    diffConfig: unaryHandler(methods.diffConfig, diffConfig),
    configure: answering(methods.configure, (request) => configure(state, request)),
    invoke: answering(invokeMethod, (request, signal) => invoke(state, request, signal)),
    check: answering(methods.check, async (request) => (await gates()).check(request)),
    diff: answering(methods.diff, async (request, signal) => await (await gates()).diff(request, signal)),
    create: answering(methods.create, async (request, signal) => await (await gates()).create(request, signal)),
    read: answering(methods.read, async (request, signal) => await (await gates()).read(request, signal)),
    update: answering(methods.update, async (request, signal) => await (await gates()).update(request, signal)),
    delete: answering(methods.delete, async (request, signal) => await (await gates()).delete(request, signal)),
    cancel: unaryHandler(methods.cancel, () => {
      state.cancel();
      return new emptyProto.Empty();
    }),
    parameterize: unaryHandler(methods.parameterize, () => {
      throw new Error("This provider takes no parameters: remove them from the package reference.");
    }),
  };
}

function handshake(): pb.ProviderHandshakeResponse {
  const response = new providerProto.ProviderHandshakeResponse();
  response.setAcceptSecrets(true);
  return response;
}

async function getSchema(request: pb.GetSchemaRequest): Promise<pb.GetSchemaResponse> {
  if (request.getVersion() !== 0) throw new Error(`Schema version ${request.getVersion()} is not supported, only 0.`);
  const { schemaText } = await import("./schema/schemaText.ts");
  const response = new providerProto.GetSchemaResponse();
  response.setSchema(schemaText());
  return response;
}

function checkConfig(state: ProviderState, request: pb.CheckRequest): pb.CheckResponse {
  const response = new providerProto.CheckResponse();
  const properties = readPropertyBag(request.getNews());
  response.setInputs(withSecretKeys(request.getNews(), properties));
  try {
    readSettings(properties.values, properties.unknown, state.host.env);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    response.setFailuresList(toCheckFailures(error.failures, properties));
  }
  return response;
}

/** Marks the keys as secrets, also those configured in plain text: the state keeps what is returned here. */
function withSecretKeys(news: Struct | undefined, { values, secret }: PropertyBag): Struct {
  const isKey = (name: string) => secretSettingNames.has(name) && Object.hasOwn(values, name) && !secret.has(name);
  return writeProperties({ ...news?.toJavaScript() }, isKey);
}

/** A change of key or region is never a reason to replace what a provider manages. */
function diffConfig(request: pb.DiffRequest): pb.DiffResponse {
  const response = new providerProto.DiffResponse();
  const { DIFF_NONE, DIFF_SOME } = providerProto.DiffResponse.DiffChanges;
  const [before, news] = [readPropertyBag(request.getOldInputs()), readPropertyBag(request.getNews())];
  const same = JSON.stringify(before.values) === JSON.stringify(news.values) && news.unknown.size === 0;
  response.setChanges(same ? DIFF_NONE : DIFF_SOME);
  return response;
}

function configure(state: ProviderState, request: pb.ConfigureRequest): pb.ConfigureResponse {
  const properties = readPropertyBag(request.getArgs());
  const secret = new Set([...properties.secret].filter((name) => !secretSettingNames.has(name)));
  state.configure(properties, secretTexts({ ...properties, secret }));
  const response = new providerProto.ConfigureResponse();
  response.setAcceptsecrets(true);
  response.setSupportspreview(true);
  return response;
}
