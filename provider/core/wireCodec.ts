import { z } from "zod";
import type { Json } from "./json.ts";

/** A codec, and what it does to a value of the wire. */
export type WireCodec<Value extends Json> = z.ZodType<Value> & {
  /** Undefined for a value that the codec refuses. */
  readonly read: (raw: Json) => Value | undefined;
};

interface Form<Wire extends Json, Value extends Json> {
  readonly read: (raw: Json) => Value | undefined;
  readonly encode: (value: Value) => Wire;
}

/** A codec of a form that can be read without it: rows by the thousand are. */
export function wireCodec<Wire extends Json, Value extends Json>(
  wire: z.ZodType<Wire, Wire>,
  value: z.ZodType<Value, Value>,
  { read, encode }: Form<Wire, Value>,
): WireCodec<Value> {
  const codec = z.codec(wire, value, {
    decode: (raw, context) => {
      const meant = read(raw);
      if (meant !== undefined) return meant;
      context.issues.push({ code: "custom", input: raw, message: "not in the form of this field" });
      return z.NEVER;
    },
    encode,
  });
  return Object.assign(codec, { read });
}
