import type { z } from "zod";
import type { Json } from "./json.ts";

/** What a reply field is called on the wire, and whether it is a pre-signed link or a token. */
interface OnTheWire {
  readonly wire: string;
  readonly secret: boolean;
}

/** A field of a reply: its codec, its meaning, and its name on the wire. Any field may be missing. */
export type Field<Codec extends z.ZodType<Json> = z.ZodType<Json>> = z.ZodOptional<Codec> & OnTheWire;

export function field<Codec extends z.ZodType<Json>>(wire: string, codec: Codec, doc: string): Field<Codec> {
  return Object.assign(codec.optional().describe(doc), { wire, secret: false });
}

/** A field that holds a pre-signed link or a token: left out of every result but that of the link function. */
export function secretField<Codec extends z.ZodType<Json>>(wire: string, codec: Codec, doc: string): Field<Codec> {
  return Object.assign(codec.optional().describe(doc), { wire, secret: true });
}

/** Whether a field is handed on as an ID, which is never redacted: it would name nothing any more, or something else. */
export function isId(identity: string, name: string): boolean {
  return name === identity || name.endsWith("Id");
}
