import type { CatalogueCase } from "./CatalogueCase.ts";
import {
  editVariant,
  placeVariant,
  rowFieldRawJsonVariant,
  rowFieldsVariant,
  rowFieldVariant,
  variantsOf,
} from "./variants.ts";
import type { WirePlaces } from "./WirePlaces.ts";

const total = ({ total }: WirePlaces) => total;
const flags = ["IsAvail", "IsDBReplaced", "IsAvailable"];
const times = ["BackupEndTime", "EndTime", "BackupSetTime", "BackupSetDownloadFinishTime"];
const numbers = ["BackupSize", "FileSize", "ExportDataSize", "BackupSetDataSize"];
const texts = ["Engine", "Description", "Format", "BackupSetCode"];

/** Numbers, flags and times, A14 to A22. */
export const scalarCases: readonly CatalogueCase[] = [
  {
    number: "A14",
    about: "IDs are numbers",
    variants: {
      id: {
        at: ({ id }) => ({
          kind: "rewriteText",
          rewrite: (text) => text.replace(new RegExp(`"${id}":"([1-9]\\d{0,14})"`, "g"), `"${id}":$1`),
        }),
      },
    },
  },
  {
    number: "A15",
    about: "IDs and check sums of 17 to 20 digits, as numbers",
    variants: {
      id: editVariant(({ rows, id }) => [{ at: `${rows}.0.${id}`, json: "12345678901234567891" }]),
      id17: editVariant(({ rows, id }) => [{ at: `${rows}.0.${id}`, json: "12345678901234567" }]),
      checksum: rowFieldRawJsonVariant("Checksum", "17583265847265982341"),
    },
  },
  {
    number: "A16",
    about: "counters as text, empty, or null",
    variants: {
      text: editVariant(({ total }) => (total === undefined ? undefined : [{ at: total, value: "1" }])),
      empty: placeVariant(total, ""),
      null: placeVariant(total, null),
    },
  },
  {
    number: "A17",
    about: "booleans in all their spellings",
    variants: variantsOf(
      {
        True: "True",
        true: true,
        lower: "true",
        one: 1,
        oneText: "1",
        False: "False",
        false: false,
        zero: 0,
        zeroText: "0",
        yes: "yes",
      },
      (value) => rowFieldsVariant(flags, value),
    ),
  },
  {
    number: "A18",
    about: "Encryption is an object, or its text",
    variants: variantsOf({ object: {}, text: "{}" }, (value) =>
      editVariant(({ action, rows }) =>
        action === "DescribeBackups" ? [{ at: `${rows}.*.Encryption`, value }] : undefined,
      ),
    ),
  },
  {
    number: "A19",
    about: "ConsistentTime is text, or 0",
    variants: variantsOf({ text: "1786356030", zero: 0 }, (value) => rowFieldVariant("ConsistentTime", value)),
  },
  {
    number: "A20",
    about: "the size of a file with and without unit",
    variants: variantsOf({ unit: "2MB", text: "2", number: 2, empty: "" }, (value) =>
      rowFieldVariant("FileSize", value),
    ),
  },
  {
    number: "A21",
    about: "times in odd forms",
    variants: variantsOf(
      { blank: "2026-08-10 T07:0:4Z", minutes: "2026-08-10T07:00Z", empty: "", null: null, seconds: 1_786_345_200 },
      (value) => rowFieldsVariant(times, value),
    ),
  },
  {
    number: "A22",
    about: '"无" (none) in fields of text and of numbers',
    variants: { number: rowFieldsVariant(numbers, "无"), text: rowFieldsVariant(texts, "无") },
  },
];
