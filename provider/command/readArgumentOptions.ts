import { z } from "zod";
import { bareSchema } from "../core/bareSchema.ts";
import type { Json, JsonObject } from "../core/json.ts";
import type { CommandIo } from "./commandIo.ts";
import { flagForArgument } from "./flags.ts";
import { readFileOption } from "./readFileOption.ts";

type OptionValues = Readonly<Record<string, unknown>>;

/**
 * The arguments of a function from what commander has read; what is wrong with their values, the function says.
 *
 * @param readText reads the file with this name, or standard input for `-`
 * @throws InputError for a list that cannot be read.
 */
export function readArgumentOptions(
  { shape }: z.ZodObject,
  options: OptionValues,
  readText: CommandIo["readText"],
): JsonObject {
  const args: Record<string, Json> = {};
  const addToList = (name: string, texts: readonly string[]) => {
    const { [name]: list } = args;
    args[name] = [...(Array.isArray(list) ? list : []), ...texts];
  };
  for (const [name, schema] of Object.entries(shape)) {
    const type = bareSchema(schema, "input");
    if (type instanceof z.ZodArray) {
      const { [name]: several, [`${name}From`]: path } = options;
      if (several === undefined && path === undefined) continue;
      addToList(name, [...textsIn(several), ...listFrom(path, flagForArgument(name), readText)]);
    } else if (type instanceof z.ZodBoolean) {
      if (options[name] === true) args[name] = true;
    } else {
      const values = textsIn(options[name]);
      const [value] = values;
      // Only an argument with a plural may be there more than once: then it joins what the plural's own options list.
      if (values.length > 1) addToList(`${name}s`, values);
      else if (value !== undefined) args[name] = type instanceof z.ZodNumber ? numberOf(value) : value;
    }
  }
  return args;
}

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string" ? [value] : [];
}

/** What is no whole number stays a text, which the function refuses. */
function numberOf(text: string): number | string {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function listFrom(path: unknown, flag: string, readText: CommandIo["readText"]): readonly string[] {
  if (typeof path !== "string") return [];
  const lines = readFileOption(path, `${flag}-from`, readText).split(/\r\n|\r|\n/);
  return lines.map((line) => line.replace(/#.*/, "").trim()).filter((line) => line !== "");
}
