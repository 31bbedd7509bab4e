import { findOnPath } from "../engine/findOnPath.ts";
import type { Language } from "./language.ts";

/** Why a language cannot be tried on this machine; undefined when it can. */
export function missingProgram({ name, needs }: Language): string | undefined {
  const program = needs.find((each) => findOnPath(each) === undefined);
  return program && `${name} is not tried: there is no ${program} on PATH.`;
}
