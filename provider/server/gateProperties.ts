import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import type { JsonObject } from "../core/json.ts";
import type { Gate } from "../gates/gate.ts";
import type { PropertyBag } from "./propertyBag.ts";
import { writeProperties } from "./propertyBag.ts";

/** What the state keeps of a gate: inputs as they came, secrets wrapped; and what a secret led to is secret. */
export function gateProperties(inputs: Struct | undefined, { secret }: PropertyBag, outputs: JsonObject): Struct {
  const isSecret = (name: string) => secret.size > 0 && name in outputs && name !== "verdict";
  return writeProperties({ ...inputs?.toJavaScript(), ...outputs }, isSecret);
}

/** The IDs of the instances. It need not be unique, and is there for people: so it holds nothing where one is secret. */
export function gateId({ subject }: Gate, { secret, values }: PropertyBag): string {
  if (secret.size > 0) return "gate";
  const parts = subject.flatMap((name) => [values[name], values[`${name}s`]].flat());
  return parts.filter((part) => typeof part === "string").join(",") || "gate";
}
