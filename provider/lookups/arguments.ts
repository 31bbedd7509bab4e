import * as argument from "../core/argument.ts";
import type { InputType } from "../core/inputType.ts";
import type { Operation } from "../core/operation.ts";

/** Arguments that every function has, beside those of its operation. */
export const regionArgument = {
  region: argument.singleLineText.optional().describe("The region to ask. Default: the provider's `region`."),
};

export const lookbackArgument = {
  lookback: argument.positiveDuration.optional().describe('How far back to look, such as `"60d"`. Default: `"32d"`.'),
};

/** The parameters that say whose rows. */
export function subjectArguments(operation: Operation): Record<string, InputType> {
  return Object.fromEntries(
    operation.question.subject.flatMap((name) => {
      const parameter = operation.parameters[name];
      return parameter ? [[name, parameter]] : [];
    }),
  );
}

/** The property for several instances at once, where one instance is all that a question names. */
export function pluralSubjectProperty({ question: { subject } }: Pick<Operation, "question">): string | undefined {
  return subject.length === 1 ? `${subject[0]}s` : undefined;
}

/** The parameters that say whose rows, one or many. */
export function oneOrManyArguments(operation: Operation): Record<string, InputType> {
  const many = pluralSubjectProperty(operation);
  const one = subjectArguments(operation);
  if (many === undefined) return one;
  const [name] = operation.question.subject;
  const single = one[name] ?? argument.identifier;
  return {
    [name]: single.optional().describe(`${single.doc ?? ""} Either this or \`${many}\`.`),
    [many]: argument
      .nonEmptyListOf(argument.identifier)
      .optional()
      .describe("Several at once: the verdict is that of the worst, in one report."),
  };
}

/** Every request parameter of the operation, and the page size as tuning. */
export function listArguments({ parameters, api: { paging } }: Operation): Readonly<Record<string, InputType>> {
  if (paging === undefined) return parameters;
  const { allowed, default: defaultSize } = paging.size;
  const doc = `Rows per request, for tuning: one of ${allowed.join(", ")}. Every row is read whatever its value. Default: ${defaultSize}.`;
  return { ...parameters, pageSize: argument.numberChoice(allowed).optional().describe(doc) };
}
