import { stripVTControlCharacters } from "node:util";
import { applyCurrentHide } from "./hiding.ts";
import { redact } from "./redact.ts";

/** More of a text than this is never looked at: what is shown of it comes from its beginning. */
const MAX_LOOKED_AT = 16 * 1024;
/** What may be left of a secret at the end of a text that was not looked at as a whole. */
const UNSURE = 8 * 1024;
const ORDINARY = /^[\w.:,/ -]*$/;

/**
 * What the service, a program or a file said, as a person may see it: without secrets, on one line, and no longer than
 * this. Redacted before it is cut, as half of a secret is not recognised. Never for what is judged, compared or counted.
 */
export function redactToShortLine(text: string, length: number): string {
  const line = redactToLine(applyCurrentHide(text.slice(0, MAX_LOOKED_AT)))
    .replace(/ {2,}/g, " ")
    .trim();
  const sure = text.length > MAX_LOOKED_AT ? line.slice(0, Math.max(0, line.length - UNSURE)) : line;
  if (sure.length <= length) return sure.length < line.length ? `${sure}...` : sure;
  // Without the first half of a character that the cut went through.
  return `${sure.slice(0, Math.max(0, length - 3)).replace(/[\uD800-\uDBFF]$/, "")}...`;
}

/**
 * The same without a cut, for what a program gets: a text must not look whole when it is not. A secret input stays, as
 * what it led to is secret as a whole. An ordinary word is kept as it is, blanks and all.
 */
export function redactToLine(text: string): string {
  if (ORDINARY.test(text)) return redact(text);
  const visible = stripVTControlCharacters(text)
    .toWellFormed()
    .replace(/\p{Cf}/gu, "");
  return redact(visible)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
