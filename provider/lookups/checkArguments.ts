import type { z } from "zod";
import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import { validate } from "../core/validate.ts";
import { manyName } from "./arguments.ts";

/**
 * Everything that can be known to be wrong before anything is sent.
 *
 * @throws InputError naming each property.
 */
export function checkArguments(operation: Operation, inputs: z.ZodObject, given: JsonObject): void {
  validate(inputs, given);
  const many = manyName(operation) ?? "";
  if (many in inputs.shape) checkOneOrMany(operation.subject[0], many, given);
  if (given[many] !== undefined) return;
  const choices = (operation.requireOneOf ?? []).filter((name) => name in inputs.shape);
  const [first] = choices;
  if (first === undefined || choices.some((name) => typeof given[name] === "string")) return;
  const reason = choices.length === 1 ? "is required" : `one of ${choices.join(", ")} is required`;
  throw new InputError([{ property: first, reason }]);
}

function checkOneOrMany(one: string, many: string, given: JsonObject): void {
  const found = [one, many].filter((name) => given[name] !== undefined && given[name] !== null);
  if (found.length === 1) return;
  if (found.length > 1) throw new InputError([{ property: many, reason: `cannot be given together with ${one}` }]);
  throw new InputError([{ property: one, reason: `is required, or ${many} for several` }]);
}
