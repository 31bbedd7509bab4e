import { tell } from "./tell.ts";

/** The demo ends with exit code 0 only if everything that it claims was really so. */
export function expect(claim: string, held: boolean, details: unknown): void {
  if (!held) throw new Error(`This was to be seen and was not: ${claim}. What was seen: ${JSON.stringify(details)}`);
  tell.seen(claim);
}
