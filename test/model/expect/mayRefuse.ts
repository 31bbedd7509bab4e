import { type Answer, ERROR } from "../answer.ts";

/** More is read than the time range of a list: whether a row outside of it passes the filters need not be known. */
export function mayRefuse(matches: readonly (boolean | undefined)[]): readonly Answer[] {
  return matches.includes(undefined) ? [ERROR] : [];
}
