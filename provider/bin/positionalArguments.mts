/** The one flag whose value Pulumi passes as a word of its own. */
const TRACING = "--tracing";

/** The arguments that are no flag, and no value of one. */
export function positionalArguments(args: readonly string[]): readonly string[] {
  return args.filter((argument, index) => !argument.startsWith("-") && args[index - 1] !== TRACING);
}
