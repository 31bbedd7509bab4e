import type { Mutant } from "../../scripts/mutants/mutant.ts";

const wire: Mutant["tests"] = ["test/unit/wire.test.ts", "test/unit/taskRows.test.ts"];
const page: Mutant["tests"] = ["test/unit/readPage.test.ts"];
const rows: Mutant["tests"] = ["test/unit/decodeRow.test.ts", "test/laws/wireSamples.test.ts"];

/** From the bytes of a reply to rows: what does not fit is never guessed, what is missing is never empty. */
export const decoding: readonly Mutant[] = [
  {
    name: "a number with a unit behind it is read up to the unit",
    file: "provider/core/wire.ts",
    original: "return /^\\s*\\d+\\s*$/.test(raw) ? Number(raw) : Number.NaN;",
    mutated: "return Number.parseInt(raw, 10);",
    tests: wire,
  },
  {
    name: "megabytes are a million bytes",
    file: "provider/core/wire.ts",
    original: 'decimal(String(raw).replace(/\\s*MB?$/i, "")) * 1024 * 1024',
    mutated: 'decimal(String(raw).replace(/\\s*MB?$/i, "")) * 1000 * 1000',
    tests: wire,
  },
  {
    name: "a boolean that is neither true nor false is true",
    file: "provider/core/wire.ts",
    original: 'if (word === "true" || word === "1") return true;',
    mutated: 'if (word !== "false" && word !== "0") return true;',
    tests: wire,
  },
  {
    name: "30 February is 2 March",
    file: "provider/core/wire.ts",
    original: "at < before && real ?",
    mutated: "at < before ?",
    tests: wire,
  },
  {
    name: "seconds and milliseconds may be mistaken for each other",
    file: "provider/core/wire.ts",
    original: "return at >= EARLIEST && at < LATEST;",
    mutated: "return Number.isFinite(at);",
    tests: wire,
  },
  {
    name: "N10: kept until the year 9999 is a time that cannot be read",
    file: "provider/core/wire.ts",
    original: "return readTime(raw, END_OF_YEARS) ??",
    mutated: "return readTime(raw, LATEST) ??",
    tests: ["test/unit/backupReasons.test.ts"],
  },
  {
    name: "N10: kept for ever, written as -1, is a time that cannot be read",
    file: "provider/core/wire.ts",
    original: 'if (String(raw).trim() === "-1") return',
    mutated: 'if (String(raw).trim() === "-2") return',
    tests: ["test/unit/backupReasons.test.ts"],
  },
  {
    name: "a pre-signed link passes for a path in OSS",
    file: "provider/core/wire.ts",
    original: "if (!/\\?|%3F/i.test(raw)) return raw;",
    mutated: "if (!/^https?:/i.test(raw)) return raw;",
    tests: wire,
  },
  {
    name: "an absent list is an empty one",
    file: "provider/core/readPage.ts",
    original: "if (list === undefined && total !== 0 && !mayBeBehindEnd) {",
    mutated: "if (list === undefined && total === undefined && !mayBeBehindEnd) {",
    tests: page,
  },
  {
    name: "an empty list without a total is proof that there is nothing",
    file: "provider/core/readPage.ts",
    original: "if (list?.length === 0 && total === undefined && operation.api.reply.total !== undefined) {",
    mutated: "if (list?.length === -1 && total === undefined && operation.api.reply.total !== undefined) {",
    tests: page,
  },
  {
    name: "what is not a row is left out of the list",
    file: "provider/core/readPage.ts",
    original: "rows: (list ?? []).map((each)",
    mutated: "rows: (list ?? []).filter(isJsonObject).map((each)",
    tests: page,
  },
  {
    name: "a single row in place of the wrapper is no row",
    file: "provider/core/readPage.ts",
    original: "if (isRow(operation, value)) return [value];",
    mutated: "if (isRow(operation, value)) return [];",
    tests: page,
  },
  {
    name: "a negative total is one of 0",
    file: "provider/core/readPage.ts",
    original: "Number.isSafeInteger(count) && count >= 0 ? count : undefined",
    mutated: "Number.isSafeInteger(count) ? Math.max(count, 0) : undefined",
    tests: page,
  },
  {
    name: "a field that cannot be read is as if it had not been sent",
    file: "provider/core/decodeRow.ts",
    original: "for (const name of names) unreadable.add(name);",
    mutated: "",
    tests: [...rows, "test/unit/backupReasons.test.ts"],
  },
  {
    name: "a row without a readable ID is a row",
    file: "provider/core/defineOperation.ts",
    original: 'if (typeof id !== "string") throw',
    mutated: 'if (typeof id === "boolean") throw',
    tests: page,
  },
  {
    name: "the service's word for nothing is a value",
    file: "provider/core/decodeRow.ts",
    original: "isBlank(value) || noneTexts.includes(value)",
    mutated: "isBlank(value)",
    tests: ["test/lookups/downloadLinks.test.ts", "test/unit/taskRows.test.ts"],
  },
  {
    name: "a link stands in the record that every program sees",
    file: "provider/core/decodeRow.ts",
    original: "(fields.shape[name]?.secret ? links : record)[name]",
    mutated: "(fields.shape[name]?.secret && name === name.toLowerCase() ? links : record)[name]",
    tests: ["test/laws/secrets.test.ts"],
  },
  {
    name: "a row with an end that cannot be read is as old as its start",
    file: "provider/core/defineOperation.ts",
    original: "latestTime: isEndUnreadable ? undefined : (endTime ?? orderTime?.at),",
    mutated: "latestTime: endTime ?? orderTime?.at,",
    tests: ["test/unit/readWhole.test.ts"],
  },
  {
    name: "a number of many digits loses its last ones",
    file: "provider/core/toPlain.ts",
    original: "return String(value.toFixed());",
    mutated: "return Number(value.toFixed());",
    tests: ["test/unit/toPlain.test.ts"],
  },
  {
    name: "a text of any length is a field",
    file: "provider/core/decodeRow.ts",
    original: "if (isLongerThan(value, MAX_FIELD)) unreadable.add(name);",
    mutated: "if (isLongerThan(value, 99 * MAX_FIELD)) unreadable.add(name);",
    tests: ["test/lookups/serviceTexts.test.ts"],
  },
];
