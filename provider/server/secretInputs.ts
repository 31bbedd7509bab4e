import { AsyncLocalStorage } from "node:async_hooks";
import pb from "@pulumi/pulumi/proto/provider_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { hideValues } from "../core/hideValues.ts";
import type { Json } from "../core/json.ts";
import { readProperties } from "./propertyBag.ts";

type Hide = (text: string) => string;

/** A shorter value is hidden where it stands alone, and not within other words: the text must still say what is wrong. */
const ALONE = 8;
/** As short as the words that any sentence is made of. */
const MAX_WORD = 3;

const hiding = new AsyncLocalStorage<Hide>();

/** Does the work of a request; until it ends, `withoutSecretInputs` knows what came as a secret with it. */
export function hidingSecretInputs<Result>(hide: Hide, work: () => Result): Result {
  return hiding.run(hide, work);
}

/** The text as it may be printed: what came as a secret with the request at hand is not in it, in any form. */
export function withoutSecretInputs(text: string): string {
  return hiding.getStore()?.(text) ?? text;
}

/** Takes out of a text whatever came as a secret with this request. */
export function secretInputsOf(request: unknown): Hide {
  const values = inputsOf(request).flatMap((inputs) => {
    const { secret, values } = readProperties(inputs);
    return [...secret].flatMap((name) => (Object.hasOwn(values, name) ? textsIn(values[name] ?? null) : []));
  });
  return hideValues([...new Set(values)], { mark: "[secret]", alone: ALONE });
}

/** What a program gave, in any request. Outputs are secret only because of inputs, and hold the commonest of words. */
function inputsOf(request: unknown): Struct[] {
  if (request instanceof pb.InvokeRequest || request instanceof pb.ConfigureRequest) return definedStructs(request.getArgs());
  if (request instanceof pb.CheckRequest) return definedStructs(request.getNews());
  if (request instanceof pb.CreateRequest) return definedStructs(request.getProperties());
  if (request instanceof pb.ReadRequest) return definedStructs(request.getInputs());
  if (request instanceof pb.DeleteRequest) return definedStructs(request.getOldInputs() ?? request.getProperties());
  const isChange = request instanceof pb.DiffRequest || request instanceof pb.UpdateRequest;
  return isChange ? definedStructs(request.getNews(), request.getOldInputs()) : [];
}

function definedStructs(...structs: (Struct | undefined)[]): Struct[] {
  return structs.filter((struct) => struct !== undefined);
}

/** Of a list or an object, everything. A number of few digits and a short plain word stand in any text by chance. */
function textsIn(value: Json): string[] {
  if (typeof value === "number") return textsIn(String(value)).filter((text) => text.length > MAX_WORD);
  if (typeof value === "string") return value.length <= MAX_WORD && /^[a-z]*$/i.test(value) ? [] : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
