import { InputError } from "../core/errors/InputError.ts";
import type { JsonObject } from "../core/json.ts";
import type { ObjectInputType } from "../core/objectInputType.ts";
import type { Operation } from "../core/operation.ts";
import { validate } from "../core/validate.ts";
import { pluralSubjectProperty } from "./arguments.ts";

/**
 * Reads the arguments of a function or gate, each of them once; `read` takes them by parts. The error names all that
 * is wrong, before anything is sent.
 *
 * @throws InputError naming each property.
 */
export function checkArguments<Parts>(
  operation: Operation,
  inputs: ObjectInputType,
  args: JsonObject,
  read: () => Parts,
): Parts {
  const parts = readParts(inputs, args, read);
  checkCombinations(operation, inputs, args);
  return parts;
}

function readParts<Parts>(inputs: ObjectInputType, args: JsonObject, read: () => Parts): Parts {
  const names = Object.keys(args).filter((name) => args[name] !== null);
  try {
    if (names.every((name) => Object.hasOwn(inputs.shape, name))) return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  // One part is wrong, or one name: now everything is checked, so that the error names all of it.
  validate(inputs, args);
  return read();
}

/** Arguments that exclude or need one another. */
function checkCombinations({ question }: Operation, inputs: ObjectInputType, args: JsonObject): void {
  const [one] = question.subject;
  const isSet = (name: string) => args[name] !== undefined && args[name] !== null;
  const many = [pluralSubjectProperty({ question }) ?? ""].filter((name) => Object.hasOwn(inputs.shape, name));
  const choices = (question.atLeastOneOf ?? many.map(() => one)).filter((name) => Object.hasOwn(inputs.shape, name));
  const together = many.find((name) => isSet(name) && choices.some(isSet));
  if (together) {
    const other = choices.find(isSet);
    throw new InputError([{ property: together, reason: `cannot be combined with ${other}` }]);
  }
  const [first, ...others] = [...choices, ...many];
  if (first === undefined || [first, ...others].some(isSet)) return;
  const reason = others.length === 0 ? "is required" : `is required, or ${others.join(" or ")}`;
  throw new InputError([{ property: first, reason }]);
}
