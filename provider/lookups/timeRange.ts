/** From and to, in milliseconds since 1970; both ends belong to it. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}
