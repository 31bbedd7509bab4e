import { ReplyError } from "./errors/ReplyError.ts";
import { type ListRequest, type PassWithRefusal, readToEnd } from "./readToEnd.ts";
import type { Row } from "./row.ts";
import { contentOf, type PageReply, type Pass, sameContent } from "./startPass.ts";

/** How a list is requested that must be whole, and how often it may be read. */
export interface WholeListRequest extends ListRequest {
  /** The list is filtered by something that changes while a thing lives, so an old row can enter it. */
  readonly filteredByMutableField: boolean;
  /** Waits before the list is read for the third time or more; false when there is no time left for that. */
  readonly pause: (round: number) => Promise<boolean>;
}

/**
 * Every row exactly once, as there was one moment at which the service had these rows and counted as many, or an
 * error. docs/decisions/whole-or-error.md has the proofs.
 */
export async function readWhole(request: WholeListRequest): Promise<readonly Row[]> {
  let previous: PassWithRefusal | undefined;
  let agreements = 0;
  for (let round = 1; ; round++) {
    const pass = await readToEnd(request);
    if (isWholeAlone(pass, request.filteredByMutableField)) return [...pass.rows.values()];
    const twin = previous && sameRows(previous, pass) ? previous : undefined;
    if (twin && isWholeTogether(twin, pass)) return [...pass.rows.values()];
    agreements = twin === undefined ? 0 : agreements + 1;
    const hopeless = twin !== undefined && isHopeless(twin, pass, agreements);
    if (hopeless || (previous && !(await request.pause(round)))) {
      // Where pages are missing that the service refuses to send, its own words tell more.
      if (pass.refusal !== undefined && isShort(pass)) throw pass.refusal;
      throw new ReplyError(
        `${request.action} could not be read as a whole in ${round} passes: ${describeFlaw(pass, previous)}.`,
        "run again; if it persists, report it to Alibaba Cloud with the RequestId",
      );
    }
    previous = pass;
  }
}

/** A list that comes in one reply: nothing can shift in it, and rows that share a name really are several. */
export function distinctUnpagedRows({ rows }: PageReply): readonly Row[] {
  return [...new Map(rows.map((row) => [contentOf(row), row])).values()];
}

/** One page shows its own moment; several show that of page one when no row behind it can have come since. */
function isWholeAlone(
  { rows, pages, firstTotal, changed, repeated, rowsBehindFirstAreOld }: Pass,
  filteredByMutableField: boolean,
) {
  if (rows.size !== firstTotal || changed) return false;
  return pages <= 1 || (!repeated && rowsBehindFirstAreOld && !filteredByMutableField);
}

/** Then these are the rows that were there between the two. */
function isWholeTogether(first: Pass, second: Pass): boolean {
  const unmoved = [first, second].every(({ changed, repeated }) => !changed && !repeated);
  return unmoved && !isShort(first) && !isShort(second);
}

/**
 * Reading on would not bring the rows that are counted and never sent. Where counts differ, or
 * a page is gone that was counted, the list has changed meanwhile: two passes may fall short by chance, but hardly three.
 */
function isHopeless(first: PassWithRefusal, second: PassWithRefusal, agreements: number): boolean {
  const both = [first, second];
  const unmoved = both.every(({ steady, refusal }) => steady && refusal === undefined);
  return both.every(isShort) && (unmoved || agreements > 1);
}

/** A reply counted more rows than came. */
function isShort({ rows, highestTotal }: Pass): boolean {
  return highestTotal > rows.size;
}

function sameRows(a: Pass, b: Pass): boolean {
  if (a.rows.size !== b.rows.size) return false;
  return [...a.rows].every(([identity, row]) => {
    const twin = b.rows.get(identity);
    return twin !== undefined && sameContent(row, twin);
  });
}

function describeFlaw(pass: Pass, previous: Pass | undefined): string {
  const { rows, highestTotal, changed, repeated } = pass;
  if (changed) return `row ${changed.id} came twice, with different content`;
  if (repeated) return `row ${repeated.id} came twice`;
  if (isShort(pass)) return `the service counts ${highestTotal} rows and sent ${rows.size}`;
  if (previous && previous.rows.size !== rows.size) return `it had ${previous.rows.size} rows, then ${rows.size}`;
  return "its rows differ from pass to pass";
}
