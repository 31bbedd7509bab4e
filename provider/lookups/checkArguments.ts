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
  const [one] = operation.subject;
  const has = (name: string) => given[name] !== undefined && given[name] !== null;
  for (const [name, excluded] of Object.entries(operation.excludes ?? {})) {
    const beside = has(name) ? excluded.filter((other) => has(other) && given[other] !== false) : [];
    const reason = `cannot be combined with ${beside.join(" and ")}: leave one of them out`;
    if (beside.length > 0) throw new InputError([{ property: name, reason }]);
  }
  const many = [manyName(operation) ?? ""].filter((name) => Object.hasOwn(inputs.shape, name));
  const choices = (operation.requireOneOf ?? many.map(() => one)).filter((name) => Object.hasOwn(inputs.shape, name));
  const together = many.find((name) => has(name) && choices.some(has));
  if (together) {
    const other = choices.find(has);
    throw new InputError([{ property: together, reason: `cannot be given together with ${other}` }]);
  }
  const [first, ...others] = [...choices, ...many];
  if (first === undefined || [first, ...others].some(has)) return;
  const reason = others.length === 0 ? "is required" : `is required, or ${others.join(" or ")}`;
  throw new InputError([{ property: first, reason }]);
}
