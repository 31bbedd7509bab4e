import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import structProto from "google-protobuf/google/protobuf/struct_pb.js";
import type { Json, JsonObject } from "../core/json.ts";
import { isJsonObject } from "../core/json.ts";
import { toPlainJson } from "../core/toPlainJson.ts";
import { isUnknown } from "../core/unknownValues.ts";
import { OUTPUT_VALUE_SIGNATURE, PULUMI_SIGNATURE_KEY, SECRET_SIGNATURE } from "./propertySignatures.ts";

/** Properties of a request: secrets unwrapped, unknown values left out and named in `unknown`. */
export interface PropertyBag {
  readonly values: JsonObject;
  /** Top-level properties that are not known yet, wholly or in part. */
  readonly unknown: ReadonlySet<string>;
  /** Top-level properties that are, or hold, a secret. */
  readonly secret: ReadonlySet<string>;
}

export function readPropertyBag(struct: Struct | undefined): PropertyBag {
  const values = new Map<string, Json>();
  const unknown = new Set<string>();
  const secret = new Set<string>();
  for (const [name, raw] of Object.entries(toJson(struct))) {
    const flags = { unknown: false, secret: false };
    const value = unwrap(raw, flags);
    if (flags.secret) secret.add(name);
    if (flags.unknown) unknown.add(name);
    // The engine sends null for a property that was not set.
    else if (value !== null) values.set(name, value);
  }
  return { values: Object.fromEntries(values), unknown, secret };
}

/** Plain JSON as a protobuf Struct, with the properties for which `secret` is true wrapped as secrets. */
export function writeProperties(values: JsonObject, secret: (name: string) => boolean = () => false): Struct {
  const wrapped = Object.entries(values).map(([name, value]): [string, Json] => [
    name,
    secret(name) ? { [PULUMI_SIGNATURE_KEY]: SECRET_SIGNATURE, value } : value,
  ]);
  return structProto.Struct.fromJavaScript(Object.fromEntries(wrapped));
}

function unwrap(value: Json, flags: { unknown: boolean; secret: boolean }): Json {
  if (typeof value === "string") {
    flags.unknown ||= isUnknown(value);
    return value;
  }
  if (Array.isArray(value)) return value.map((item) => unwrap(item, flags));
  if (!isJsonObject(value)) return value;
  if (value[PULUMI_SIGNATURE_KEY] === SECRET_SIGNATURE) {
    flags.secret = true;
    return unwrap(value.value ?? null, flags);
  }
  if (value[PULUMI_SIGNATURE_KEY] === OUTPUT_VALUE_SIGNATURE) {
    flags.secret ||= value.secret === true;
    flags.unknown ||= value.value === undefined;
    return unwrap(value.value ?? null, flags);
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unwrap(inner, flags)]));
}

function toJson(struct: Struct | undefined): JsonObject {
  const plain = toPlainJson(struct?.toJavaScript() ?? {});
  return isJsonObject(plain) ? plain : {};
}
