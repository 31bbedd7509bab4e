const MOST_LINES = 12;
/** The line that is left out when there are too many: the line "Looked at ..." above it has the number of all rows. */
const OLDER_ROWS = /^ {2}\.\.\. and \d+ older$/;

/** The report with more to say, in one line below its first: still at most twelve lines, and the remedy still last. */
export function reportWithNotes(report: string, ...notes: readonly (string | undefined)[]): string {
  const note = notes.filter((each) => each !== undefined).join(" ");
  if (note === "") return report;
  const [first, ...rest] = report.split("\n");
  const crowded = rest.length + 2 === MOST_LINES + 1;
  const lines = crowded ? rest.filter((line) => !OLDER_ROWS.test(line)) : rest;
  return [first, `  ${note}`, ...lines].join("\n");
}
