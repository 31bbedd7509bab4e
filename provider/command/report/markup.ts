import { html, raw } from "hono/html";

/** HTML or SVG in which every text that was put in is escaped. */
export type Markup = ReturnType<typeof html>;

export const markupTag = html;

/** A text of ours that is markup already: a style sheet, a script. */
export const trustMarkup = raw;

export const noMarkup: Markup = html``;
