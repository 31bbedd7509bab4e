import { z } from "zod";
import { bareSchema, type SchemaSide } from "../../core/bareSchema.ts";
import { hasTypeName } from "../../core/namedTypes.ts";
import { tokenOf } from "../packageInfo.ts";

/** A property of a Pulumi schema. */
export interface PropertySpec {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: PropertySpec;
  readonly additionalProperties?: PropertySpec;
  readonly description?: string;
  readonly secret?: boolean;
  readonly plain?: boolean;
}

export interface ObjectSpec {
  readonly description?: string;
  readonly type: "object";
  readonly properties: Readonly<Record<string, PropertySpec>>;
  readonly required: readonly string[];
}

export function objectSpec(schema: z.ZodObject, side: SchemaSide): ObjectSpec {
  const entries = Object.entries(schema.shape);
  return {
    ...(schema.description && { description: schema.description }),
    type: "object",
    properties: Object.fromEntries(entries.map(([name, each]) => [name, propertySpec(each, side)])),
    required: entries.filter(([, each]) => !z.safeParse(each, undefined).success).map(([name]) => name),
  };
}

function propertySpec(schema: z.core.$ZodType, side: SchemaSide): PropertySpec {
  const { description = "", secret } = z.globalRegistry.get(schema) ?? {};
  const type = bareSchema(schema, side);
  const values = type instanceof z.ZodEnum ? ` One of ${type.options.map((value) => `\`${value}\``).join(", ")}.` : "";
  const notes = { ...(description && { description: description + values }), ...(secret === true && { secret: true }) };
  return { ...typeSpec(type, side), ...notes };
}

function typeSpec(schema: z.core.$ZodType, side: SchemaSide): PropertySpec {
  if (hasTypeName(schema)) return { $ref: `#/types/${tokenOf(schema.typeName.module, schema.typeName.name)}` };
  if (schema instanceof z.ZodArray) return { type: "array", items: propertySpec(schema.element, side) };
  if (schema instanceof z.ZodRecord)
    return { type: "object", additionalProperties: propertySpec(schema.valueType, side) };
  return { type: typeName(z.toJSONSchema(schema, { io: side, unrepresentable: "throw" })) };
}

/** Pulumi has `integer` and `number`; sizes in bytes do not fit its 32-bit integer. */
function typeName({ type, const: constant, enum: values }: z.core.JSONSchema.BaseSchema): string {
  const name = String(type ?? typeof (constant ?? values?.[0]));
  return name === "integer" ? "number" : name;
}
