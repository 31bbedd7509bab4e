import pb from "@pulumi/pulumi/proto/provider_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { hideValues } from "../core/hideValues.ts";
import type { Json } from "../core/json.ts";
import type { PropertyBag } from "./propertyBag.ts";
import { readProperties } from "./propertyBag.ts";

type Hide = (text: string) => string;

/** A shorter value is hidden where it stands alone, and not within other words: the text must still say what is wrong. */
const ALONE = 8;
/** As short as the words that any sentence is made of. */
const MAX_WORD = 3;

/** Everything that came as a secret with this request. */
export function secretInputsOf(request: unknown): string[] {
  return inputsOf(request).flatMap((inputs) => secretTexts(readProperties(inputs)));
}

/** Every text in what came as a secret. */
export function secretTexts({ secret, values }: PropertyBag): string[] {
  return [...secret].flatMap((name) => (Object.hasOwn(values, name) ? textsIn(values[name] ?? null) : []));
}

/** Takes such texts out of others. */
export function hideSecretInputs(secrets: readonly string[]): Hide {
  return hideValues([...new Set(secrets)], { mark: "[secret]", alone: ALONE });
}

/** What a program gave, in any request. Outputs are secret only because of inputs, and hold the commonest of words. */
function inputsOf(request: unknown): Struct[] {
  if (request instanceof pb.InvokeRequest || request instanceof pb.ConfigureRequest)
    return definedStructs(request.getArgs());
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

/** Of a list or an object, everything that can be told from the words and numbers that stand in any text. */
function textsIn(value: Json): string[] {
  if (typeof value === "number") return textsIn(String(value));
  if (typeof value === "string") return isTelling(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function isTelling(text: string): boolean {
  if (text.length > MAX_WORD) return /[\p{L}\d]/u.test(text);
  return /^[a-z\d].*[a-z\d]$/i.test(text) && /[a-z]/i.test(text) && /[^a-z]/i.test(text);
}
