import { z } from "zod";
import { bareSchema } from "../../provider/core/bareSchema.ts";
import { hasTypeName } from "../../provider/core/namedTypes.ts";

/** The TypeScript type of a schema, as it is written in the SDK. */
export function typeText(schema: z.core.$ZodType, side: "input" | "output"): string {
  const type = bareSchema(schema, side);
  if (hasTypeName(type)) return `types.${type.typeName.name}`;
  if (type instanceof z.ZodArray) return `${typeText(type.element, side)}[]`;
  if (type instanceof z.ZodRecord) return `Record<string, ${typeText(type.valueType, side)}>`;
  if (type instanceof z.ZodEnum) return type.options.map((value) => JSON.stringify(value)).join(" | ");
  const json = z.toJSONSchema(type, { io: side });
  const name = String(json.type ?? typeof json.const);
  return name === "integer" ? "number" : name;
}

/** The members of an interface, each with its doc comment. */
export function membersText(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  side: "input" | "output",
  wrap: (type: string) => string = (type) => type,
): string {
  return Object.entries(shape)
    .map(([name, schema]) => {
      const optional = z.safeParse(schema, undefined).success;
      const type = wrap(typeText(schema, side));
      const doc = docText(z.globalRegistry.get(schema)?.description, "  ");
      return `${doc}  readonly ${name}${optional ? "?" : ""}: ${type}${optional ? " | undefined" : ""};`;
    })
    .join("\n");
}

export function docText(text: string | undefined, indent = ""): string {
  return text ? `${indent}/** ${text.replaceAll("*/", "*\\/")} */\n` : "";
}
