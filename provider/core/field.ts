import { z } from "zod";
import type { Json } from "./json.ts";

/** What a reply field is called on the wire, and whether it is a pre-signed link or a token. */
export interface FieldInfo {
  readonly wire: string;
  readonly secret: boolean;
}

/** Every declared field, by its schema. */
export const fieldInfo = z.registry<FieldInfo>();

/** A field of a reply: wire name, how it is written there, what it means. Any field may be missing. */
export function field<S extends z.ZodType<Json>>(wire: string, codec: S, doc: string): z.ZodOptional<S> {
  return declare(wire, codec, doc, false);
}

/** A field that holds a pre-signed link or a token: left out of every result but that of the link function. */
export function secretField<S extends z.ZodType<Json>>(wire: string, codec: S, doc: string): z.ZodOptional<S> {
  return declare(wire, codec, doc, true);
}

function declare<S extends z.ZodType<Json>>(wire: string, codec: S, doc: string, secret: boolean): z.ZodOptional<S> {
  const schema = codec.optional().describe(doc);
  fieldInfo.add(schema, { wire, secret });
  return schema;
}

/** Whether a field is handed on as an ID, which is never redacted: it would name nothing any more, or something else. */
export function isId(identity: string, name: string): boolean {
  return name === identity || name.endsWith("Id");
}
