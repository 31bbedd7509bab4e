import type { z } from "zod";
import type { Failure } from "./errors/InputError.ts";
import { InputType } from "./inputType.ts";
import { isJsonObject, type Json } from "./json.ts";
import { loadZod } from "./loadZod.ts";
import { type TypeName, withTypeName } from "./namedTypes.ts";
import { once } from "./once.ts";

type Shape<Values> = { readonly [Name in keyof Values]: InputType<Values[Name]> };

/** The members of an object that are set. */
export type MembersOf<Values> = { readonly [Name in keyof Values]?: Values[Name] | undefined };

/** What is not set may be left out of it. */
export type ValuesOf<Object> = Object extends ObjectInputType<infer Values> ? MembersOf<Values> : never;

interface Options<Values> {
  /** As a method, so that an object fits where one of any members is expected. */
  ruleFailuresOf?(values: MembersOf<Values>): readonly Failure[];
  /** Of a type with a name of its own: then other members are an error. Otherwise they are left out. */
  readonly type?: DocumentedType;
}

interface DocumentedType extends TypeName {
  readonly doc?: string;
}

type Members = Readonly<Record<string, unknown>>;

/** Named values, each of its own type. */
export class ObjectInputType<Values = Members> extends InputType<MembersOf<Values>> {
  readonly shape: Shape<Values>;
  readonly #options: Options<Values>;
  readonly #objectSchema: () => z.ZodObject;

  constructor(shape: Shape<Values>, options: Options<Values> = {}) {
    const objectSchema = once(() => schemaOf(shape, options));
    super({ read: (value) => readObject(shape, value, options), makeSchema: objectSchema });
    this.shape = shape;
    this.#options = options;
    this.#objectSchema = objectSchema;
  }

  override get schema(): z.ZodObject {
    return this.#objectSchema();
  }

  /** With a rule about several members, such as two that exclude each other. zod does not know it. */
  withRule(ruleFailuresOf: (values: MembersOf<Values>) => readonly Failure[]): ObjectInputType<Values> {
    return new ObjectInputType(this.shape, { ...this.#options, ruleFailuresOf });
  }

  /** What the rule has against members that are right, each for itself. */
  ruleFailuresOf(value: Json): readonly Failure[] {
    const values = readMembers(this.shape, value);
    return (values && this.#options.ruleFailuresOf?.(values)) ?? [];
  }
}

/** Like `z.object`. */
export function object<Values>(shape: Shape<Values>): ObjectInputType<Values> {
  return new ObjectInputType(shape);
}

/** An object of a type with a name of its own, and with no other members. */
export function strictNamedObject<Values>(shape: Shape<Values>, type: DocumentedType): ObjectInputType<Values> {
  return new ObjectInputType(shape, { type });
}

function schemaOf<Values>(shape: Shape<Values>, { type }: Options<Values>): z.ZodObject {
  const members: Record<string, z.ZodType> = {};
  for (const name in shape) members[name] = shape[name].schema;
  const { object, strictObject } = loadZod();
  if (type === undefined) return object(members);
  const { module, name, doc } = type;
  const schema = strictObject(members);
  return withTypeName(doc === undefined ? schema : schema.describe(doc), module, name);
}

function readObject<Values>(
  shape: Shape<Values>,
  value: Json,
  { type, ruleFailuresOf }: Options<Values>,
): MembersOf<Values> | undefined {
  const hasMore = isJsonObject(value) && Object.keys(value).some((name) => !Object.hasOwn(shape, name));
  const values = type !== undefined && hasMore ? undefined : readMembers(shape, value);
  return values !== undefined && ruleFailuresOf !== undefined && ruleFailuresOf(values).length > 0 ? undefined : values;
}

function readMembers<Values>(shape: Shape<Values>, value: Json): MembersOf<Values> | undefined {
  if (!isJsonObject(value)) return undefined;
  const values: { -readonly [Name in keyof Values]?: Values[Name] } = {};
  for (const name in shape) {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    if (member === undefined && shape[name].isOptional) continue;
    const meaning = member === undefined ? undefined : shape[name].read(member);
    if (meaning === undefined) return undefined;
    values[name] = meaning;
  }
  return values;
}
