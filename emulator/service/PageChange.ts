/** How the page that is sent differs from the one that was asked for. */
export interface PageChange {
  /** The page that is sent instead, counted from 1. */
  readonly instead?: number | undefined;
  /** So many rows later in the list, or earlier: as if rows had left or entered between two requests. */
  readonly shift?: number | undefined;
  /** So many rows, whatever size was asked for, as if it were the size in force. */
  readonly size?: number | undefined;
  /** The first so many rows of the page, without any other change. */
  readonly rows?: number | undefined;
  /** The total that is told. */
  readonly total?: number | undefined;
}
