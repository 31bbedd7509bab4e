import { z } from "zod";
import { hasTypeName, type NamedSchema } from "../../core/namedTypes.ts";
import { gates } from "../../gates/gates.ts";
import { functions } from "../../lookups/functions.ts";
import { settingsSchema } from "../../lookups/settings.ts";

const everything = () => [
  settingsSchema.schema,
  ...[...functions, ...gates].flatMap(({ inputs, outputs }) => [inputs.schema, outputs]),
];

/** Every type with a name of its own that these use, each once. Default: all settings, functions and gates. */
export function schemaTypes(used: readonly z.ZodObject[] = everything()): readonly NamedSchema[] {
  const types = new Map<string, NamedSchema>();
  for (const schema of used) collect(schema, types);
  return [...types.values()];
}

function collect(schema: z.core.$ZodType, types: Map<string, NamedSchema>): void {
  if (hasTypeName(schema)) types.set(`${schema.typeName.module}:${schema.typeName.name}`, schema);
  if (schema instanceof z.ZodObject) for (const member of Object.values(schema.shape)) collect(member, types);
  if (schema instanceof z.ZodOptional) collect(schema.unwrap(), types);
  if (schema instanceof z.ZodArray) collect(schema.element, types);
}
