import type { z } from "zod";
import type { Json } from "./json.ts";
import { loadZod } from "./loadZod.ts";
import { once } from "./once.ts";

/** A form of values on the wire: how it is read, and the codec that describes both sides to others. */
export interface ReplyCodec<Value extends Json> {
  /** Undefined for a value that the codec refuses. */
  readonly read: (raw: Json) => Value | undefined;
  /** Made when asked for: no row is read with it. */
  readonly schema: () => z.ZodType<Value>;
  /** Whether a value may hold text as it was sent, and so anything: not where it is a time, a number or a boolean. */
  readonly mayHoldAnyText: boolean;
}

interface Sides<Wire extends Json, Value extends Json> {
  readonly wire: z.ZodType<Wire, Wire>;
  readonly value: z.ZodType<Value, Value>;
}

interface Form<Wire extends Json, Value extends Json> {
  readonly read: (raw: Json) => Value | undefined;
  readonly encode: (value: Value) => Wire;
  /** Default: true. */
  readonly mayHoldAnyText?: boolean;
}

/** A codec of a form that can be read without it: rows by the thousand are, and without loading zod. */
export function replyCodec<Wire extends Json, Value extends Json>(
  makeSides: () => Sides<Wire, Value>,
  { read, encode, mayHoldAnyText = true }: Form<Wire, Value>,
): ReplyCodec<Value> {
  const schema = once(() => {
    const z = loadZod();
    const { wire, value } = makeSides();
    return z.codec(wire, value, {
      decode: (raw, context) => {
        const meant = read(raw);
        if (meant !== undefined) return meant;
        context.issues.push({ code: "custom", input: raw, message: "not in the form of this field" });
        return z.NEVER;
      },
      encode,
    });
  });
  return { read, schema, mayHoldAnyText };
}
