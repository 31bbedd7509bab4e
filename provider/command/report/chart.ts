import type { Markup } from "./markup.ts";

/** A chart, and how high it is. */
export interface Chart {
  readonly body: Markup;
  readonly height: number;
}
