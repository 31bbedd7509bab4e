import { lyingWorld, quietWorld, troubledWorld } from "./random/worlds.ts";
import type { Family } from "./run/checkScenarios.ts";

/** Kinds of scenarios, by what goes wrong in them. */
export const families = {
  "a service in order": { world: quietWorld, changing: false, refusals: false, exact: true },
  "a list that changes while it is read": { world: quietWorld, changing: true, refusals: false, exact: false },
  "requests that fail for 20 seconds": { world: troubledWorld, changing: false, refusals: false, exact: false },
  "requests that fail while a list changes": { world: troubledWorld, changing: true, refusals: false, exact: false },
  "counts that are wrong": { world: lyingWorld, changing: false, refusals: true, exact: false },
} as const satisfies Readonly<Record<string, Family>>;
