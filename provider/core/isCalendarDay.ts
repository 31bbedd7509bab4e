/** Whether the calendar has this day. `Date` rolls 30 February over into March, and month 13 into January. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  // Unlike `Date.UTC`, which takes the years before 100 for those of the last century.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}
