import { type Markup, markupTag } from "./markup.ts";

/** A time in UTC; a script of the page puts the reader's own beside it. */
export function timeMarkup(at: number | undefined): Markup {
  if (at === undefined) return markupTag`-`;
  return markupTag`<time>${new Date(at).toISOString().slice(0, 16)}Z</time>`;
}
