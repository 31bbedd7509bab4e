import { ReplyError } from "../core/errors/ReplyError.ts";
import type { Operation } from "../core/operation.ts";
import { subjectIdsWithRegion } from "../core/report.ts";
import type { Row } from "../core/row.ts";
import { possibleNewestOfEachId } from "./possibleNewestOfEachId.ts";
import { readRows } from "./readRows.ts";
import type { Lookup } from "./runLookup.ts";
import type { RowsWithPlace } from "./session.ts";
import type { Target } from "./target.ts";
import { retentionRange } from "./timeRange.ts";

/** The row with the target's ID, or none, and what answered. */
type RowById = Omit<RowsWithPlace, "rows"> & { readonly row: Row | undefined };

/** Searches the whole retention, not only the last days. */
export async function findById(lookup: Lookup, operation: Operation, target: Target): Promise<RowById> {
  const { api, identity, entity } = operation;
  const range = retentionRange(operation, lookup.client.serviceTime());
  const { rows, ...source } = await readRows(lookup, operation, target, range);
  const ofThatId = rows.filter(({ id }) => id === target.values[identity.field]);
  const [row, ...others] = possibleNewestOfEachId(operation, ofThatId, source.now);
  if (others.length > 0) {
    const what = `${api.action} knows ${others.length + 1} rows with the ${identity.field} ${row?.id}`;
    throw new ReplyError(
      `${subjectIdsWithRegion(operation, target.values, source.region)}: ${what}, and which is meant cannot be told.\n` +
        `  What to do: use get${entity.type}s and choose one of them.`,
    );
  }
  return { row, ...source };
}
