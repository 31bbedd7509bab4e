import type { Evidence } from "./evidence.ts";
import { isUnsettled } from "./isUnsettled.ts";
import type { EntityNames } from "./operation.ts";
import type { Row } from "./row.ts";
import { show } from "./show.ts";

const MAX_LINE = 300;

/** A line beside a pass: why a newer row than the one that it rests on does not count. Empty where there is none. */
export function describeUnsettled({ rows }: Evidence, best: Row, { label }: EntityNames): string {
  const position = rows.findIndex(({ row }) => row === best);
  const unsettled = rows.find((each, index) => index < position && isUnsettled(each));
  const objection = unsettled?.objections.find((each) => each.needsArgument);
  if (unsettled === undefined || objection === undefined) return "";
  return `\n  ${show(`The newer ${label} ${unsettled.row.id} does not count: ${objection.message}`, MAX_LINE)}.`;
}
