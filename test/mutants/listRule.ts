import type { Mutant } from "../../scripts/mutants/mutant.ts";

const unit: Mutant["tests"] = ["test/unit/readWhole.test.ts", "test/laws/listRule.test.ts"];
const wholeOrError: Mutant["tests"] = ["test/lookups/wholeOrError.test.ts"];

/** A list is the whole of one moment, or an error. */
export const listRule: readonly Mutant[] = [
  {
    name: "W1: one pass over several pages is believed",
    file: "provider/core/readWhole.ts",
    original: "return pages <= 1 || (!repeated && rowsBehindFirstAreOld && !filteredByMutableField);",
    mutated: "return true;",
    tests: unit,
  },
  {
    name: "W1: the row that expired between two pages takes another with it",
    file: "provider/core/startPass.ts",
    original: "rowsBehindFirstAreOld &&= reply === first || (row.lastChangeTime ?? Number.NaN) <= settledUntil;",
    mutated: "rowsBehindFirstAreOld = true;",
    tests: wholeOrError,
  },
  {
    name: "a settled margin of zero",
    file: "provider/core/startPass.ts",
    original: "export const MAX_LIST_ENTRY_DELAY_MS = 86_400_000;",
    mutated: "export const MAX_LIST_ENTRY_DELAY_MS = 0;",
    tests: unit,
  },
  {
    name: "a row without a time counts as settled",
    file: "provider/core/startPass.ts",
    original: "(row.lastChangeTime ?? Number.NaN) <= settledUntil",
    mutated: "(row.lastChangeTime ?? 0) <= settledUntil",
    tests: unit,
  },
  {
    name: "a list that is filtered by a state is believed after one pass",
    file: "provider/core/readWhole.ts",
    original: "rowsBehindFirstAreOld && !filteredByMutableField)",
    mutated: "rowsBehindFirstAreOld)",
    tests: unit,
  },
  {
    name: "no parameter is known to filter by what changes",
    file: "provider/lookups/isFilteredByMutableField.ts",
    original: "changes && values[name] !== undefined",
    mutated: 'changes && typeof values[name] === "number"',
    tests: wholeOrError,
  },
  {
    name: "two passes are believed though rows moved within them",
    file: "provider/core/readWhole.ts",
    original: "!changed && !repeated);",
    mutated: "!changed);",
    tests: unit,
  },
  {
    name: "two passes are believed though a row changed within them",
    file: "provider/core/readWhole.ts",
    original: "!changed && !repeated);",
    mutated: "!repeated);",
    tests: unit,
  },
  {
    name: "two passes that are short of their total are believed",
    file: "provider/core/readWhole.ts",
    original: "return unmoved && !isShort(first) && !isShort(second);",
    mutated: "return unmoved;",
    tests: unit,
  },
  {
    name: "two passes of as many rows are taken for the same",
    file: "provider/core/readWhole.ts",
    original: "return twin !== undefined && sameContent(row, twin);",
    mutated: "return true;",
    tests: unit,
  },
  {
    name: "W2: a full page beside a total of its own length is the end",
    file: "provider/core/startPass.ts",
    original: "ended = rows.size === highestTotal && !mayBeFull(reply);",
    mutated: "ended = rows.size === highestTotal;",
    tests: wholeOrError,
  },
  {
    name: "W2: a page size that the service imposes is not known to be one",
    file: "provider/core/startPass.ts",
    original: "return pageSizes.includes(length) || length === pageSize ||",
    mutated: "return length === pageSize ||",
    tests: wholeOrError,
  },
  {
    name: "a total that is too high is forgotten with the next reply",
    file: "provider/core/startPass.ts",
    original: "highestTotal = Math.max(highestTotal, reply.total ?? 0);",
    mutated: "highestTotal = reply.total ?? 0;",
    tests: unit,
  },
];
