/** Its value is the one word without a dash that Pulumi passes besides its own address. */
const TRACING = "--tracing";

/**
 * Whether a person asks, and not Pulumi. Pulumi passes flags of its own and `host:port`, or nothing: anything else with
 * no colon is a word of the command, also one that is misspelt, which the plugin would take for an address.
 */
export function isCommandLine(args: readonly string[]): boolean {
  if (args.includes("--help") || args.includes("-h")) return true;
  const words = args.filter((argument, index) => !argument.startsWith("-") && args[index - 1] !== TRACING);
  const [first] = words;
  return first !== undefined && !first.includes(":");
}
