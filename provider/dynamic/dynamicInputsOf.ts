import type { z } from "zod";
import type { Json, JsonObject } from "../core/json.ts";
import { isJsonObject } from "../core/json.ts";
import type { ObjectInputType } from "../core/objectInputType.ts";
import { toPlainJson } from "../core/toPlainJson.ts";
import { isUnknown } from "../core/unknownValues.ts";
import type { GateInputs } from "../gates/gateInputs.ts";

/** A dynamic resource's inputs without the engine's bookkeeping and without the outputs that travel with them. */
export function dynamicInputsOf(properties: unknown, inputs: ObjectInputType, outputs: z.ZodObject): GateInputs {
  const unknown = new Set<string>();
  const values = new Map<string, Json>();
  for (const [key, value] of Object.entries(plainObjectOrEmpty(properties))) {
    const computed = Object.hasOwn(outputs.shape, key) && !Object.hasOwn(inputs.shape, key);
    if (key === "__provider" || value === null || computed) continue;
    if (holdsUnknown(value)) unknown.add(key);
    else values.set(key, value);
  }
  return { values: Object.fromEntries(values), unknown };
}

function holdsUnknown(value: Json): boolean {
  if (typeof value === "string") return isUnknown(value);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsUnknown);
}

export function plainObjectOrEmpty(value: unknown): JsonObject {
  const plain = toPlainJson(value);
  return isJsonObject(plain) ? plain : {};
}

export function sameValue(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
