import type { InvokeRequest } from "@pulumi/pulumi/proto/provider_pb.js";
import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import { CancelledError } from "../core/errors/CancelledError.ts";
import type { Failure } from "../core/errors/InputError.ts";
import { InputError } from "../core/errors/InputError.ts";
import { applyCurrentHide } from "../core/hiding.ts";
import { messageOf } from "../core/messageOf.ts";
import { nearestWord } from "../core/nearestWord.ts";
import { functions } from "../lookups/functions.ts";
import type { EarlyRecords } from "../lookups/session.ts";
import { tokenOf } from "./packageInfo.ts";
import type { PropertyBag } from "./propertyBag.ts";
import { readPropertyBag } from "./propertyBag.ts";
import { encodeReturn } from "./protobuf/encodeReturn.ts";
import { PreparedItems } from "./protobuf/PreparedItems.ts";
import type { ProviderState } from "./providerState.ts";
import { failuresWithoutSecretValues, toCheckFailures } from "./toCheckFailures.ts";

const byToken = new Map(
  functions.map((definition) => [tokenOf(definition.operation.api.module, definition.name), definition]),
);

/**
 * Asks for the refusal as data. Our SDK's Output form sets it, because a rejected Output-form invoke prints a stack
 * that no program can catch. Not in the schema.
 */
const REFUSAL_AS_DATA = "__refusalAsData";

/** The bytes of an InvokeResponse, in pieces. */
export async function invoke(
  state: ProviderState,
  request: InvokeRequest,
  signal: AbortSignal,
): Promise<readonly Buffer[]> {
  const properties = readPropertyBag(request.getArgs());
  const { [REFUSAL_AS_DATA]: asData, ...args } = properties.values;
  try {
    return await answer(state, request.getTok(), { ...properties, values: args }, signal);
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    const shown =
      error instanceof InputError ? new InputError(failuresWithoutSecretValues(error.failures, properties)) : error;
    const message = messageOf(shown);
    if (asData === true) return await encodeReturn({ __refusal: applyCurrentHide(message) }, false);
    if (error instanceof InputError) return refusal(error.failures, properties);
    throw error;
  }
}

async function answer(
  state: ProviderState,
  tok: string,
  properties: PropertyBag,
  signal: AbortSignal,
): Promise<readonly Buffer[]> {
  const definition = byToken.get(tok);
  if (definition === undefined) {
    const nearest = nearestWord(tok, [...byToken.keys()]);
    const hint = nearest ? `did you mean ${nearest}?` : `known are ${[...byToken.keys()].join(", ")}`;
    throw new Error(`There is no function ${tok}: ${hint}`);
  }
  const unknown = [...properties.unknown].map((property) => ({ property, reason: "is not known yet" }));
  if (unknown.length > 0) throw new InputError(unknown);
  const prepared = new PreparedItems();
  const earlyRecords: EarlyRecords = {
    beginPass: () => prepared.clear(),
    add: (records) => prepared.add(records),
  };
  const session = { ...state.session(signal), earlyRecords };
  const result = await definition.run(session, properties.values);
  // A provider that accepts secrets must mark them itself: a result that depends on a secret is one.
  return await encodeReturn(result, definition.secret === true || properties.secret.size > 0, prepared);
}

function refusal(failures: readonly Failure[], properties: PropertyBag): readonly Buffer[] {
  const response = new providerProto.InvokeResponse();
  response.setFailuresList(toCheckFailures(failures, properties));
  return [Buffer.from(response.serializeBinary())];
}
