import type { z } from "zod";
import type { Json } from "./json.ts";
import type { WireCodec } from "./wireCodec.ts";

/** What a reply field is called on the wire, how it is read, and whether it is a pre-signed link or a token. */
interface OnTheWire<Value extends Json> extends Pick<WireCodec<Value>, "read"> {
  readonly wire: string;
  readonly secret: boolean;
}

/** A field of a reply: its codec, its meaning, and its name on the wire. Any field may be missing. */
export type Field<Value extends Json = Json> = z.ZodOptional<z.ZodType<Value>> & OnTheWire<Value>;

export function field<Value extends Json>(wire: string, codec: WireCodec<Value>, doc: string): Field<Value> {
  return Object.assign(codec.optional().describe(doc), { wire, secret: false, read: codec.read });
}

/** A field that holds a pre-signed link or a token: left out of every result but that of the link function. */
export function secretField<Value extends Json>(wire: string, codec: WireCodec<Value>, doc: string): Field<Value> {
  return Object.assign(codec.optional().describe(doc), { wire, secret: true, read: codec.read });
}

/** Whether a field is handed on as an ID, which is never redacted: it would name nothing any more, or something else. */
export function isId(identity: string, name: string): boolean {
  return name === identity || name.endsWith("Id");
}
