import pb from "@pulumi/pulumi/proto/provider_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import type { Json } from "../core/json.ts";
import { valueHider } from "../core/valueHider.ts";
import type { PropertyBag } from "./propertyBag.ts";
import { readPropertyBag } from "./propertyBag.ts";

type Hide = (text: string) => string;

/** A shorter value is hidden only as a word of its own: inside other words it would make the message unreadable. */
const MIN_INNER_LENGTH = 8;
/** Plain words up to this length are not hidden: they occur in any sentence. */
const MAX_WORD = 3;

/** The texts of all secret inputs of a request. */
export function secretInputTexts(request: unknown): string[] {
  return inputsOf(request).flatMap((inputs) => secretTexts(readPropertyBag(inputs)));
}

/** The texts in secret properties. */
export function secretTexts({ secret, values }: PropertyBag): string[] {
  return [...secret].flatMap((name) => (Object.hasOwn(values, name) ? textsIn(values[name] ?? null) : []));
}

/** Replaces the secrets in a text by `[secret]`. */
export function secretInputHider(secrets: readonly string[]): Hide {
  return valueHider([...new Set(secrets)], { mark: "[secret]", minInnerLength: MIN_INNER_LENGTH });
}

/** The inputs in any request. Not the outputs: they are secret only because of inputs, and hold words like `pass`. */
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

/** The texts inside a value, at any depth, without those that are also common words or numbers. */
function textsIn(value: Json): string[] {
  if (typeof value === "number") return textsIn(String(value));
  if (typeof value === "string") return isTelling(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function isTelling(text: string): boolean {
  if (text.length > MAX_WORD) return /[\p{L}\d]/u.test(text);
  return /^[a-z\d].*[a-z\d]$/i.test(text) && /[a-z]/i.test(text) && /[^a-z]/i.test(text);
}
