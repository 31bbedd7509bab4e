import type { Operation } from "../core/operation.ts";
import type { LookupQuery } from "./lookupQuery.ts";
import { runLookup } from "./runLookup.ts";
import type { EvidenceWithPlace } from "./searchNewest.ts";
import { searchNewest } from "./searchNewest.ts";
import type { Session } from "./session.ts";

/**
 * Every row of the last so many milliseconds, judged: whole, or an error.
 *
 * @throws CallError, ReplyError
 */
export function readHistory(
  session: Session,
  operation: Operation,
  { target, rules }: Pick<LookupQuery, "target" | "rules">,
  reachMs: number,
): Promise<EvidenceWithPlace> {
  return runLookup(session, (lookup) =>
    searchNewest(lookup, operation, {
      target,
      judge: rules.rows,
      needed: Number.POSITIVE_INFINITY,
      lookback: reachMs,
    }),
  );
}
