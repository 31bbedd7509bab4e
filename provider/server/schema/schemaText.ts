import { packageSchema } from "./packageSchema.ts";

/** The schema as JSON in the form that Pulumi gives it: `pulumi package get-schema` prints the same content. */
export function schemaText(indent?: number): string {
  return JSON.stringify(packageSchema(), withoutVoid, indent);
}

/** Pulumi leaves out lists of nothing, and has descriptions of properties but not of the items of a list. */
function withoutVoid(key: string, value: unknown): unknown {
  if (Array.isArray(value) && value.length === 0) return undefined;
  if (key === "items" && typeof value === "object" && value !== null && "description" in value) {
    const { description: _, ...item } = value;
    return item;
  }
  return value;
}
