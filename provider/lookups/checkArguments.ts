import type { z } from "zod";
import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import { validate } from "../core/validate.ts";

/**
 * Everything that can be known to be wrong before anything is sent.
 *
 * @throws InputError naming each property.
 */
export function checkArguments(operation: Operation, inputs: z.ZodObject, given: JsonObject): void {
  validate(inputs, given);
  const choices = (operation.requireOneOf ?? []).filter((name) => name in inputs.shape);
  const [first] = choices;
  if (first === undefined || choices.some((name) => typeof given[name] === "string")) return;
  const reason = choices.length === 1 ? "is required" : `one of ${choices.join(", ")} is required`;
  throw new InputError([{ property: first, reason }]);
}
