import * as pulumi from "@pulumi/pulumi";
import { overrideProblem } from "../generated/override.ts";
import type { HookOptions } from "./judgeStep.ts";

const choices = {
  enforcement: ["deny", "warn", "off"],
  previewEnforcement: ["deny", "warn", "off"],
  newInstances: ["deny", "allow"],
  on: ["update", "delete"],
} as const satisfies Partial<Record<keyof HookOptions | "on", readonly string[]>>;

/** The compiler checks the names of options, and `checkOptions` their values. */
type UncheckedOptions = Readonly<Partial<Record<keyof typeof choices | "ignoreProperties" | "override", unknown>>>;

/** Options often come from a stack's configuration, which no compiler checks: a misspelt one must not open the guard. */
export function checkOptions(options: UncheckedOptions): void {
  checkNames(options.ignoreProperties);
  checkOverride(options.override);
  checkChoice("enforcement", options.enforcement);
  checkChoice("previewEnforcement", options.previewEnforcement);
  checkChoice("newInstances", options.newInstances);
  checkChoice("on", options.on);
}

function checkNames(names: unknown): void {
  if (names === undefined || Array.isArray(names)) return;
  throw new pulumi.RunError(`ignoreProperties: expected a list of names, got ${JSON.stringify(names)}.`);
}

function checkOverride(override: unknown): void {
  if (override === undefined) return;
  if (typeof override !== "object" || override === null || Array.isArray(override)) {
    throw new pulumi.RunError(`override: expected { reason, until }, got ${JSON.stringify(override)}.`);
  }
  const members = new Map<string, unknown>(Object.entries(override));
  for (const member of ["reason", "until"] as const) {
    const value = members.get(member);
    const fault = value === undefined ? "is required" : overrideProblem(member, value);
    if (fault === undefined) continue;
    const got = value === undefined ? "" : `, got ${JSON.stringify(value)}`;
    throw new pulumi.RunError(`override.${member}: ${fault}${got}.`);
  }
  const other = [...members.keys()].find((name) => name !== "reason" && name !== "until");
  if (other !== undefined) throw new pulumi.RunError(`override: has no member ${other}: known are reason and until.`);
}

function checkChoice(name: keyof typeof choices, value: unknown): void {
  if (value === undefined) return;
  const words: readonly unknown[] = choices[name];
  const list = [value].flat();
  if (list.length > 0 && list.every((word) => words.includes(word))) return;
  throw new pulumi.RunError(`${name}: expected ${choices[name].join(", ")}, got ${JSON.stringify(value)}.`);
}
