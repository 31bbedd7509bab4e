import type { Mutant } from "../../scripts/mutants/mutant.ts";

const unit: Mutant["tests"] = ["test/unit/readWhole.test.ts", "test/laws/listRule.test.ts"];
const wholeOrError: Mutant["tests"] = ["test/lookups/wholeOrError.test.ts"];

/** How a list is asked for and read to its end, and which rows are one. */
export const listReading: readonly Mutant[] = [
  {
    name: "a reply without a readable total counts as one of 0",
    file: "provider/core/readToEnd.ts",
    original: "if (reply.total !== undefined) return reply;",
    mutated: "if (reply !== undefined) return reply;",
    tests: unit,
  },
  {
    name: "a list has no upper bound",
    file: "provider/core/readToEnd.ts",
    original: "if (Math.max(rows.size, highestTotal) <= maxRows) return;",
    mutated: "if (Math.max(rows.size, highestTotal) >= 0) return;",
    tests: unit,
  },
  {
    name: "W3: download tasks are asked for with times",
    file: "provider/operations/describeDownloadTask.ts",
    original: "retentionMs: 10 * YEAR,",
    mutated: "write: (at) => String(at), retentionMs: 10 * YEAR,",
    tests: ["test/requests/tasks.test.ts", ...wholeOrError],
  },
  {
    name: "W3: download tasks are not cut by their creation",
    file: "provider/lookups/listLookup.ts",
    original: "!range || !orderTime || (orderTime.at >= range.from && orderTime.at <= range.acceptedUntil)",
    mutated: "!range || !orderTime || orderTime.at <= range.acceptedUntil",
    tests: wholeOrError,
  },
  {
    name: "N11: a migrate task is told from others by its ID alone",
    file: "provider/operations/describeMigrateTasks.ts",
    original: ', beside: ["backupMode", "createTime"]',
    mutated: "",
    tests: wholeOrError,
  },
  {
    name: "N11: of two tasks made at the same moment the first is the newest",
    file: "provider/core/mayBeNewest.ts",
    original: "return rows.filter((holder) => timeOf(holder) === undefined || timeOf(holder) === latest);",
    mutated: "return rows.slice(0, latest === undefined ? 0 : 1);",
    tests: wholeOrError,
  },
  {
    name: "N11: an ID that several rows bear is listed several times",
    file: "provider/lookups/listLookup.ts",
    original: "ids: [...new Set(inRange.map(({ id }) => id))]",
    mutated: "ids: inRange.map(({ id }) => id)",
    tests: wholeOrError,
  },
  {
    name: "N11: an older task of an ID counts where the newest is looked for",
    file: "provider/lookups/searchNewest.ts",
    original: "newestOfEachId(operation, rows, now)",
    mutated: "rows",
    tests: wholeOrError,
  },
  {
    name: "a page that is refused ends the reading with an error, though the list may just have become shorter",
    file: "provider/core/readToEnd.ts",
    original: "      refusal = page.refusal;\n    } else {",
    mutated:
      "      refusal = page.refusal;\n      if (reader.result().rows.size < reader.result().highestTotal) throw refusal;\n    } else {",
    tests: wholeOrError,
  },
  {
    name: "a refused page is the end of the list, though more rows are counted",
    file: "provider/core/readWhole.ts",
    original: "if (pass.refusal !== undefined && isShort(pass)) throw pass.refusal;",
    mutated: "if (pass.refusal !== undefined && isShort(pass)) return [...pass.rows.values()];",
    tests: wholeOrError,
  },
  {
    name: "two passes that agree by chance while a list changes are an error",
    file: "provider/core/readWhole.ts",
    original: "(unmoved || agreements > 1)",
    mutated: "agreements > 0",
    tests: ["test/unit/readWhole.test.ts"],
  },
  {
    name: "any refusal behind page one is the end of the list",
    file: "provider/lookups/refusesPageNumber.ts",
    original: 'if (!(error instanceof ServiceError) || error.details.kind !== "request") return false;',
    mutated: "if (error instanceof ServiceError) return true;\n  if (!(error instanceof ServiceError)) return false;",
    tests: ["test/lookups/faults.test.ts", ...wholeOrError],
  },
  {
    name: "an absent list on page one may be behind the end",
    file: "provider/core/readPage.ts",
    original: 'position === "behindFirst" && total !== undefined',
    mutated: 'position !== "second" && total !== undefined',
    tests: ["test/unit/readPage.test.ts"],
  },
  {
    name: "a total that is far too high costs hundreds of requests",
    file: "provider/core/readToEnd.ts",
    original: "while (next < until && !over) {",
    mutated: "while (next < until) {",
    tests: [...unit, ...wholeOrError],
  },
  {
    name: "pages are asked for ahead before one has brought rows",
    file: "provider/core/readToEnd.ts",
    original: "await (hasBroughtRows ? Promise.race([arrival.promise, page]) : page);",
    mutated: "await Promise.race([arrival.promise, page]);",
    tests: wholeOrError,
  },
  {
    name: "a row that was there early stands for another",
    file: "provider/lookups/listLookup.ts",
    original: "prepared.get(row) ?? outputRecord(operation, row, region)",
    mutated: "[...prepared.values()].at(-1) ?? outputRecord(operation, row, region)",
    tests: ["test/plugin/longList.test.ts"],
  },
  {
    name: "of rows that were written early, one is sent twice",
    file: "provider/server/wire/PreparedItems.ts",
    original: "this.#items.set(item, this.#writer.writtenSince(end));",
    mutated: "this.#items.set(item, this.#writer.writtenSince(0));",
    tests: ["test/unit/encodeReturn.test.ts"],
  },
  {
    name: "of several rows that bear one ID any is the one",
    file: "provider/lookups/findById.ts",
    original: "if (others.length > 0) {",
    mutated: "if (others.length > 9) {",
    tests: wholeOrError,
  },
];
