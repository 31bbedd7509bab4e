import * as argument from "../core/argument.ts";
import type { JsonObject } from "../core/json.ts";
import { type ObjectInputType, object, type ValuesOf } from "../core/objectInputType.ts";
import type { Operation, VerdictRules } from "../core/operation.ts";
import { readArgumentsAmongOthers } from "../core/validate.ts";
import { lookbackArgument, oneOrManyArguments, pluralSubjectProperty, regionArgument } from "./arguments.ts";
import { checkArguments } from "./checkArguments.ts";
import type { Target } from "./target.ts";
import { readSubjectTarget } from "./target.ts";

/** "Is it good enough?", read once: whose rows, what makes one good, and how far the answer must reach. */
export interface LookupQuery {
  readonly target: Target;
  readonly rules: VerdictRules;
  /** The one task that is meant, wherever it is. */
  readonly id: string | undefined;
  readonly search: SearchScope;
  /** Whether whoever asks has recorded a row of this instance before. */
  readonly gateHasRecordedRow: (instance: string) => boolean;
  /** Several instances, of which each is a question of its own. */
  readonly instances: readonly [string, ...string[]] | undefined;
}

/** The arguments of verdict and gate of an operation, and how they are read. */
export interface QueryReader {
  readonly inputs: ObjectInputType;
  /** @throws InputError naming each property that is wrong. */
  readonly read: (args: JsonObject) => LookupQuery;
}

const searchScope = object({
  maxAge: argument.positiveDuration.optional(),
  /** The one row that is meant, wherever it is. */
  pin: argument.identifier.optional(),
  ...lookbackArgument,
});

/** How far an answer must reach. */
export type SearchScope = ValuesOf<typeof searchScope>;

export function queryReader(operation: Operation): QueryReader {
  const { criteria, conditions } = operation.question;
  const subject = object({ ...oneOrManyArguments(operation), ...regionArgument });
  const inputs = object({
    ...oneOrManyArguments(operation),
    ...criteria.shape,
    ...conditions.shape,
    ...lookbackArgument,
    ...regionArgument,
  });

  function readParts(args: JsonObject): LookupQuery {
    readArgumentsAmongOthers(subject, args);
    const id = args[operation.identity.field];
    const instances = args[pluralSubjectProperty(operation) ?? ""];
    return {
      target: readSubjectTarget(operation, args),
      rules: operation.judge(args),
      id: typeof id === "string" ? id : undefined,
      search: readArgumentsAmongOthers(searchScope, args),
      gateHasRecordedRow: () => false,
      instances: Array.isArray(instances) ? distinct(instances.map(String)) : undefined,
    };
  }

  return { inputs, read: (args) => checkArguments(operation, inputs, args, () => readParts(args)) };
}

/** Each once. An empty list must not become a pass of nothing: its schema refuses it. */
function distinct(ids: readonly string[]): [string, ...string[]] {
  const [first, ...others] = new Set(ids);
  if (first === undefined) throw new Error("An empty list of instances was not refused.");
  return [first, ...others];
}
