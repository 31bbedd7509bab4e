import * as pulumi from "@pulumi/pulumi";

const choices: Readonly<Record<string, readonly string[]>> = {
  enforcement: ["deny", "warn", "off"],
  previewEnforcement: ["deny", "warn", "off"],
  newInstances: ["deny", "allow"],
  on: ["update", "delete"],
};

/** Options often come from a stack's configuration, where no compiler sees them: a misspelt one must not let through. */
export function checkOptions(given: object): void {
  const ignored: unknown = Reflect.get(given, "ignoreProperties");
  if (ignored !== undefined && !Array.isArray(ignored)) {
    throw new pulumi.RunError(`ignoreProperties: expected a list of names, got ${JSON.stringify(ignored)}.`);
  }
  for (const [name, allowed] of Object.entries(choices)) {
    const value: unknown = Reflect.get(given, name);
    if (value === undefined) continue;
    const wrong = [value].flat().find((each) => !allowed.some((known) => known === each));
    if (wrong === undefined && !(Array.isArray(value) && value.length === 0)) continue;
    throw new pulumi.RunError(`${name}: expected ${allowed.join(", ")}, got ${JSON.stringify(value)}.`);
  }
}
