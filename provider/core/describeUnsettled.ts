import type { Evidence } from "./evidence.ts";
import { isUnsettled } from "./isUnsettled.ts";
import type { EntityNames } from "./operation.ts";
import type { Row } from "./row.ts";

/** A line beside a pass: why a newer row than the one that it rests on does not count. Empty where there is none. */
export function describeUnsettled({ rows }: Evidence, best: Row | undefined, { label }: EntityNames): string {
  const newer = rows.slice(
    0,
    rows.findIndex(({ row }) => row === best),
  );
  const unsettled = newer.find(isUnsettled);
  const objection = unsettled?.objections.find((each) => each.needsArgument);
  return unsettled && objection
    ? `\n  The newer ${label} ${unsettled.row.id} does not count: ${objection.message}.`
    : "";
}
