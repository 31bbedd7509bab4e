import type { JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import structProto from "google-protobuf/google/protobuf/struct_pb.js";
import { z } from "zod";
import type { JsonObject } from "../../../provider/core/json.ts";

/** Property values as Pulumi's protocol writes them; from its documents, apart from the provider's own reading. */
export type Properties = Readonly<Record<string, JavaScriptValue>>;

const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** What the engine sends for a value that is not known yet. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function secret(value: JavaScriptValue): JavaScriptValue {
  return { [signature]: secretSignature, value };
}

export function toStruct(properties: Properties): Struct {
  return structProto.Struct.fromJavaScript({ ...properties });
}

const properties = z.record(z.string(), z.json());

export function fromStruct(struct: Struct | undefined): JsonObject {
  return properties.parse(struct?.toJavaScript() ?? {});
}
