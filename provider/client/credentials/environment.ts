import type { SourceChoiceContext } from "./SourceChoiceContext.ts";

/** A variable that is set to something, without the white space around it, which a pasted value may have. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly value: string;
}

/** The first of these variables that is set: pulumi-alicloud's own name comes before those of the official SDKs. */
export function firstVariable(
  env: SourceChoiceContext["env"],
  names: readonly string[],
): EnvironmentVariable | undefined {
  for (const name of names) {
    const value = env[name]?.trim();
    if (value) return { name, value };
  }
  return undefined;
}

export function isVariableTrue(env: SourceChoiceContext["env"], name: string): boolean {
  return env[name]?.trim().toLowerCase() === "true";
}
