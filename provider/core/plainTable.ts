import Table from "cli-table3";

const NONE = "";
const BORDERLESS = {
  top: NONE,
  "top-mid": NONE,
  "top-left": NONE,
  "top-right": NONE,
  bottom: NONE,
  "bottom-mid": NONE,
  "bottom-left": NONE,
  "bottom-right": NONE,
  left: NONE,
  "left-mid": NONE,
  mid: NONE,
  "mid-mid": NONE,
  right: NONE,
  "right-mid": NONE,
  middle: NONE,
};

/** The lines of a table without borders; what is in its cells has been made fit to be seen. */
export function plainTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const table = new Table({
    head: [...head],
    chars: BORDERLESS,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
  });
  for (const row of rows) table.push([...row]);
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
}
