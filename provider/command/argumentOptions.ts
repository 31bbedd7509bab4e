import { type Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { bareSchema } from "../core/bareSchema.ts";
import { flagForArgument, withFlags } from "./flags.ts";

/** Adds an option for every argument of a function: the same names and the same sentences. */
export function addArgumentOptions(command: Command, { shape }: z.ZodObject): void {
  const names = Object.keys(shape);
  for (const [name, schema] of Object.entries(shape)) {
    const doc = withFlags(describe(schema), names);
    const type = bareSchema(schema, "input");
    if (type instanceof z.ZodBoolean) {
      const option = new Option(flagForArgument(name), doc);
      // Not the opposite of an option without "no", which commander would take `--no-failure-since-success` for.
      option.negate = false;
      command.addOption(option);
    } else if (type instanceof z.ZodArray) {
      command.addOption(new Option(`${flagForArgument(name)} <id>`, `${doc} May be repeated.`).argParser(collect));
      const from = `The same from a file, or with \`-\` from standard input: one a line; what follows a \`#\` is left out.`;
      command.addOption(new Option(`${flagForArgument(name)}-from <file>`, from).argParser(refuseSecondValue));
    } else {
      const isOneOfMany = Object.hasOwn(shape, `${name}s`);
      const option = new Option(`${flagForArgument(name)} <${placeholder(name, type)}>`, doc);
      command.addOption(option.argParser(isOneOfMany ? collect : refuseSecondValue));
    }
  }
}

/** Of two values the last one would count, and whoever reads the line may take it for the first. */
export function refuseSecondValue(value: string, previous: unknown): string {
  if (previous !== undefined) throw new InvalidArgumentError("It is there twice.");
  return value;
}

function collect(value: string, previous: unknown): readonly string[] {
  return [...(Array.isArray(previous) ? previous.map(String) : []), value];
}

function describe(schema: z.core.$ZodType): string {
  const { description = "" } = z.globalRegistry.get(schema) ?? {};
  const type = bareSchema(schema, "input");
  const words = type instanceof z.ZodEnum ? ` One of ${type.options.join(", ")}.` : "";
  return `${description.replaceAll("`", "")}${words}`;
}

function placeholder(name: string, type: z.core.$ZodType): string {
  if (type instanceof z.ZodNumber) return "number";
  if (type instanceof z.ZodEnum) return "word";
  return /Id$/.test(name) || name === "pin" ? "id" : "text";
}
