import { InputError } from "../core/errors/InputError.ts";
import { type OutputFormat, outputFormats } from "./outputFormat.ts";

/** The options of a command beside the arguments of its function. */
export interface CommandOptions {
  readonly output: OutputFormat;
  readonly configFrom?: string | undefined;
  readonly wait?: string | undefined;
  readonly field?: string | undefined;
  readonly quiet: boolean;
  readonly out?: string | undefined;
  readonly historyDuration?: string | undefined;
  readonly tasks: boolean;
  /** All options as they were read, those of the function among them. */
  readonly all: Readonly<Record<string, unknown>>;
}

/** @throws InputError for an output format that there is not. */
export function readCommandOptions(all: Readonly<Record<string, unknown>>): CommandOptions {
  const output = outputFormats.find((format) => format === (all.output ?? "text"));
  if (output === undefined) {
    throw new InputError([{ property: "--output", reason: `expected one of ${outputFormats.join(", ")}` }]);
  }
  const text = (name: string) => (typeof all[name] === "string" ? all[name] : undefined);
  return {
    output,
    configFrom: text("configFrom"),
    wait: text("wait"),
    field: text("field"),
    quiet: all.quiet === true,
    out: text("out"),
    historyDuration: text("history"),
    tasks: all.tasks !== false,
    all,
  };
}
