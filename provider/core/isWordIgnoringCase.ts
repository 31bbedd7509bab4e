import type { Json } from "./json.ts";

/** Whether a value of the service is this word. Neither case nor blanks around matter. */
export function isWordIgnoringCase(value: Json | undefined, word: string): boolean {
  return typeof value === "string" && value.trim().toLowerCase() === word.toLowerCase();
}
