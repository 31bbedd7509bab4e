/** What is not established about the service. */
export interface Modes {
  readonly order: "newest" | "oldest" | "byId" | "shuffled";
  /** Which time of a row the time range of a request is compared with. */
  readonly rangeOf: "start" | "end";
  /** Whether the other filters of a request are applied. */
  readonly appliesFilters: boolean;
  /** The largest page, whatever the request says. */
  readonly pageCap: number;
  readonly beyondEnd: "empty" | "absent" | "clamp" | "refuse";
  readonly counters: "number" | "text";
  readonly list: "wrapper" | "single" | "bareObject" | "bareArray";
  readonly empty: "wrapper" | "array" | "text" | "object";
  /** How far the service's clock is ahead of the local one; undefined: replies do not tell the time. */
  readonly clockAhead: number | undefined;
  /** By how much the total of a full page is wrong. */
  readonly totalOff: number;
}
