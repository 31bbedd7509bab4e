import { z } from "zod";
import type { Operation } from "../../provider/core/operation.ts";
import type { Parameter } from "../../provider/core/parameter.ts";
import type { ApiVersionDialect } from "./dialects/ApiVersionDialect.ts";
import { Refusal } from "./Refusal.ts";
import { V2_REQUIRED_PARAMETERS } from "./signatures/readV2Signature.ts";

const COMMON = new Set([...V2_REQUIRED_PARAMETERS, "Format", "SecurityToken", "SignatureType"]);

/** Refuses what the operation does not know, lacks, or does not allow. */
export function checkParameters(
  operation: Operation,
  dialect: ApiVersionDialect,
  sent: ReadonlyMap<string, string>,
): void {
  const parameters = Object.values(operation.parameters);
  const paging = operation.api.paging ? [operation.api.paging.number.wire, operation.api.paging.size.wire] : [];
  const ordering = dialect.ordering === undefined ? [] : [dialect.ordering];
  const region = operation.api.regionWireName === undefined ? [] : [operation.api.regionWireName];
  const names = [...region, ...parameters.map(({ wire }) => wire), ...paging, ...ordering];
  for (const name of sent.keys()) {
    if (COMMON.has(name) || dialect.plumbing.includes(name) || names.includes(name)) continue;
    // The real service ignores it. The emulator refuses it, because it is a mistake that no test would notice otherwise.
    throw new Refusal(
      "UnsupportedParameter",
      `${name} is not a parameter of ${operation.api.action}, which has ${names.join(", ")}.`,
    );
  }
  for (const wire of [...region, ...requiredTimes(operation, dialect)]) {
    if (!sent.get(wire)) throw missingParameter(wire);
  }
  for (const parameter of parameters) checkValue(parameter, sent.get(parameter.wire));
  const choices = wiresOf(operation, operation.question.atLeastOneOf ?? []);
  if (dialect.noSubject && choices.length > 0 && !choices.some((wire) => sent.has(wire))) throw dialect.noSubject();
}

function requiredTimes(operation: Operation, { timesRequired = [] }: ApiVersionDialect): readonly string[] {
  const { window } = operation.times;
  return window && timesRequired.includes(operation.api.action) ? wiresOf(operation, [window.start, window.end]) : [];
}

function wiresOf({ parameters }: Operation, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => parameters[name]?.wire ?? []);
}

function missingParameter(wire: string): Refusal {
  return new Refusal(`Missing${wire}`, `${wire} is mandatory for this action.`);
}

function checkValue(parameter: Parameter, value: string | undefined): void {
  if (value === undefined) {
    if (parameter.isOptional) return;
    throw missingParameter(parameter.wire);
  }
  const allowed = allowedWords(parameter.schema);
  if (value === "" || (allowed && !allowed.includes(value))) {
    const expected = allowed ? `one of ${allowed.join(", ")}` : "text that is not empty";
    throw new Refusal(
      "InvalidParameter",
      `The specified parameter ${parameter.wire} is not valid: "${value}", expected ${expected}.`,
    );
  }
}

function allowedWords(schema: z.ZodType): readonly unknown[] | undefined {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }).enum;
}
