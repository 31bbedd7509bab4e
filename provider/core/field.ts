import type { z } from "zod";
import type { Json } from "./json.ts";
import { once } from "./once.ts";
import type { ReplyCodec } from "./replyCodec.ts";

/** A field of a reply: how it is read, its meaning, and its name on the wire. Any field may be missing. */
export interface Field<Value extends Json = Json> extends Pick<ReplyCodec<Value>, "read" | "mayHoldAnyText"> {
  readonly wire: string;
  /** A pre-signed link or a token. */
  readonly secret: boolean;
  readonly doc: string;
  /** Made when asked for: no row is read with it. */
  readonly schema: z.ZodOptional<z.ZodType<Value>>;
}

export function field<Value extends Json>(wire: string, codec: ReplyCodec<Value>, doc: string): Field<Value> {
  return makeField(wire, codec, { doc, secret: false });
}

/** A field that holds a pre-signed link or a token: left out of every result but that of the link function. */
export function secretField<Value extends Json>(wire: string, codec: ReplyCodec<Value>, doc: string): Field<Value> {
  return makeField(wire, codec, { doc, secret: true });
}

function makeField<Value extends Json>(
  wire: string,
  codec: ReplyCodec<Value>,
  { doc, secret }: Pick<Field, "doc" | "secret">,
): Field<Value> {
  const schema = once(() => codec.schema().optional().describe(doc));
  return {
    wire,
    secret,
    doc,
    read: codec.read,
    mayHoldAnyText: codec.mayHoldAnyText,
    get schema() {
      return schema();
    },
  };
}

/** Whether a field is handed on as an ID, which is never redacted: it would name nothing any more, or something else. */
export function isAnyIdField(ownIdName: string, fieldName: string): boolean {
  return fieldName === ownIdName || fieldName.endsWith("Id");
}
