import type { z } from "zod";
import type { Json } from "./json.ts";
import { once } from "./once.ts";

interface Parts<Value> {
  /** What a value means; undefined for one that the schema refuses. */
  readonly read: (value: Json) => Value | undefined;
  /** Without what `optional`, `secret` and `describe` say. */
  readonly makeSchema: () => z.ZodType;
  readonly isText?: boolean;
  readonly isOptional?: boolean;
  readonly isSecret?: boolean;
  readonly doc?: string;
}

/**
 * The type of a value that a program may pass. It is read without zod, which takes longer to load than everything else
 * that a lookup needs. zod's schema is made of it where one is needed: to say what is wrong with a value, and to describe
 * the type to others.
 */
export class InputType<Value = unknown> {
  readonly #parts: Parts<Value>;
  /** What a value means; undefined for one that the schema refuses. */
  readonly read: (value: Json) => Value | undefined;
  /** It is text, and nothing but text. */
  readonly isText: boolean;
  readonly isOptional: boolean;
  readonly isSecret: boolean;
  readonly doc: string | undefined;
  readonly #schema: () => z.ZodType;

  constructor(parts: Parts<Value>) {
    this.#parts = parts;
    this.read = parts.read;
    this.isText = parts.isText ?? false;
    this.isOptional = parts.isOptional ?? false;
    this.isSecret = parts.isSecret ?? false;
    this.doc = parts.doc;
    this.#schema = once(() => schemaOf(parts));
  }

  get schema(): z.ZodType {
    return this.#schema();
  }

  optional(): InputType<Value> {
    return new InputType({ ...this.#parts, isOptional: true });
  }

  /** It is a secret in the schema, and no error repeats its value. */
  secret(): InputType<Value> {
    return new InputType({ ...this.#parts, isSecret: true });
  }

  describe(doc: string): InputType<Value> {
    return new InputType({ ...this.#parts, doc });
  }
}

function schemaOf({ makeSchema, isOptional, isSecret, doc }: Parts<unknown>): z.ZodType {
  const schema = isOptional ? makeSchema().optional() : makeSchema();
  const marked = isSecret ? schema.meta({ secret: true }) : schema;
  return doc === undefined ? marked : marked.describe(doc);
}
