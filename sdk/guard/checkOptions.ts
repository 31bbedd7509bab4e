import * as pulumi from "@pulumi/pulumi";
import type { HookOptions } from "./judgeStep.ts";

const choices = {
  enforcement: ["deny", "warn", "off"],
  previewEnforcement: ["deny", "warn", "off"],
  newInstances: ["deny", "allow"],
  on: ["update", "delete"],
} as const satisfies Partial<Record<keyof HookOptions | "on", readonly string[]>>;

/** The compiler checks the names of options, and `checkOptions` their values. */
type UncheckedOptions = Readonly<Partial<Record<keyof typeof choices | "ignoreProperties", unknown>>>;

/** Options often come from a stack's configuration, which no compiler checks: a misspelt one must not open the guard. */
export function checkOptions(options: UncheckedOptions): void {
  checkNames(options.ignoreProperties);
  checkChoice("enforcement", options.enforcement);
  checkChoice("previewEnforcement", options.previewEnforcement);
  checkChoice("newInstances", options.newInstances);
  checkChoice("on", options.on);
}

function checkNames(names: unknown): void {
  if (names === undefined || Array.isArray(names)) return;
  throw new pulumi.RunError(`ignoreProperties: expected a list of names, got ${JSON.stringify(names)}.`);
}

function checkChoice(name: keyof typeof choices, value: unknown): void {
  if (value === undefined) return;
  const words: readonly unknown[] = choices[name];
  const list = [value].flat();
  if (list.length > 0 && list.every((word) => words.includes(word))) return;
  throw new pulumi.RunError(`${name}: expected ${choices[name].join(", ")}, got ${JSON.stringify(value)}.`);
}
