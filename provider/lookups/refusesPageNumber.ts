import { CallError } from "../core/errors/CallError.ts";

/**
 * Whether the request was right but for the number of its page. A code that names it says so, or a sentence that does;
 * a message that merely repeats the request, such as that of a signature error, does not.
 */
export function refusesPageNumber(error: unknown, parameter: string): error is CallError {
  if (!(error instanceof CallError) || error.details.kind !== "request") return false;
  const { code = "" } = error.details;
  if (/PageNum|CurrentPage/i.test(code)) return true;
  const [headline = ""] = error.message.split("\n");
  return /^InvalidParameter/.test(code) && new RegExp(`\\b${parameter}\\b(?!=|%)`).test(headline);
}
