import { z } from "zod";
import { isNamed, type NamedSchema } from "../../core/namedTypes.ts";
import { gates } from "../../gates/gates.ts";
import { functions } from "../../lookups/functions.ts";
import { settingsSchema } from "../../lookups/settings.ts";

/** Every type with a name of its own that a setting, a function or a gate uses; each once. */
export function schemaTypes(): readonly NamedSchema[] {
  const types = new Map<string, NamedSchema>();
  const used = [settingsSchema, ...[...functions, ...gates].flatMap(({ inputs, outputs }) => [inputs, outputs])];
  for (const schema of used) collect(schema, types);
  return [...types.values()];
}

function collect(schema: z.core.$ZodType, types: Map<string, NamedSchema>): void {
  if (isNamed(schema)) types.set(`${schema.typeName.module}:${schema.typeName.name}`, schema);
  if (schema instanceof z.ZodObject) for (const member of Object.values(schema.shape)) collect(member, types);
  if (schema instanceof z.ZodOptional) collect(schema.unwrap(), types);
  if (schema instanceof z.ZodArray) collect(schema.element, types);
}
