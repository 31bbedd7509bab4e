import { positionalArguments } from "./positionalArguments.mts";

/**
 * Whether a person asks, and not Pulumi. Pulumi passes flags of its own and `host:port`, or nothing: anything else with
 * no colon is a word of the command, also one that is misspelt, which the plugin would take for an address.
 */
export function isCommandLine(args: readonly string[]): boolean {
  if (args.includes("--help") || args.includes("-h")) return true;
  const [first] = positionalArguments(args);
  return first !== undefined && !first.includes(":");
}
