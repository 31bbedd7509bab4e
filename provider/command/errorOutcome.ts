import { CallError } from "../core/errors/CallError.ts";
import { InputError } from "../core/errors/InputError.ts";
import { NotGoodEnoughError } from "../core/errors/NotGoodEnoughError.ts";
import { ReplyError } from "../core/errors/ReplyError.ts";
import { messageOf } from "../core/messageOf.ts";
import { redactToShortLine } from "../core/redactToShortLine.ts";
import { type ExitCode, exitCodes, serviceErrorExitCodes } from "./exitCodes.ts";
import { flagForArgument, withFlags } from "./flags.ts";

interface ErrorOutcome {
  readonly text: string;
  readonly code: ExitCode;
}

const MAX_INTERNAL = 400;
/** What the command asks for beside the arguments of functions. */
const OWN_OPTIONS: ReadonlyMap<string, string> = new Map([
  ["waitFor", "--wait"],
  ["history", "--history"],
  ["out", "--out"],
]);

/**
 * What a command says of an error, and how it ends.
 *
 * @param argumentNames the arguments of the command: whatever else is wrong is a setting
 */
export function errorOutcome(error: unknown, argumentNames: readonly string[]): ErrorOutcome {
  if (error instanceof InputError) {
    const lines = error.failures.map(({ property, reason }) => {
      return `${subjectOf(property, argumentNames)}: ${withFlags(reason, argumentNames)}`;
    });
    return { text: lines.join("\n"), code: exitCodes.usage };
  }
  if (error instanceof NotGoodEnoughError) return { text: error.message, code: exitCodes.fail };
  if (error instanceof CallError) return { text: error.message, code: serviceErrorExitCodes[error.details.kind] };
  if (error instanceof ReplyError) return { text: error.message, code: exitCodes.protocol };
  return {
    text: `a fault of this command: ${redactToShortLine(messageOf(error), MAX_INTERNAL)}`,
    code: exitCodes.internal,
  };
}

function subjectOf(property: string, argumentNames: readonly string[]): string {
  const [name = "", ...inner] = property.split(".");
  if (name.startsWith("--") || name.includes(":")) return property;
  const own = OWN_OPTIONS.get(name);
  if (own !== undefined) return own;
  if (!argumentNames.includes(name)) return `the setting ${property}`;
  return [
    flagForArgument(name),
    ...inner.map((index) => (/^\d+$/.test(index) ? `(${Number(index) + 1})` : index)),
  ].join(" ");
}
