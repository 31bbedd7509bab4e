import type { CaseVariant, CatalogueCase } from "./CatalogueCase.ts";
import { editVariant, rowFieldsVariant, rowFieldVariant, variantsOf } from "./variants.ts";

const peoplesTexts = ["Description", "DBName", "BackupDBNames", "DbList", "BackupSetDbType"];
const links = [
  "BackupDownloadURL",
  "BackupIntranetDownloadURL",
  "BackupSetDownloadInternetUrl",
  "BackupSetDownloadIntranetUrl",
];
const query = "Expires=4102444800&OSSAccessKeyId=LTAIlink&Signature=s1gnature%3D";

/** Texts, links, states and keys, A23 to A27. */
export const textAndKeyCases: readonly CatalogueCase[] = [
  {
    number: "A23",
    about: "odd and long texts",
    variants: variantsOf(
      {
        nul: "a\u0000b",
        emoji: "🗄️ orders",
        rightToLeft: "\u202Esredro",
        megabyte: "x".repeat(1_000_000),
        loneSurrogate: "\uD800",
      },
      (text) => rowFieldsVariant(peoplesTexts, text),
    ),
  },
  {
    number: "A24",
    about: "links in odd forms",
    variants: variantsOf(
      {
        protocolRelative: `//bucket.oss.aliyuncs.com/f?${query}`,
        quoted: `"https://bucket.oss.aliyuncs.com/f?${query}"`,
        encoded: "https://bucket.oss.aliyuncs.com/f?Expires=4102444800&OSSAccessKeyId=LTAIlink&Signature=a%26b%3D",
        null: null,
        empty: "",
      },
      (link) => rowFieldsVariant(links, link),
    ),
  },
  {
    number: "A25",
    about: "unknown states, and other spellings of the known ones",
    variants: {
      unknown: editVariant(({ rows, fields }) => [{ at: `${rows}.*.${stateOf(fields)}`, value: "Archived" }]),
      case: spelt((state) => state.toUpperCase()),
      blanks: spelt((state) => ` ${state} `),
      queuing: rowFieldVariant("DownloadStatus", "queuing"),
      initializing: rowFieldVariant("DownloadStatus", "initializing"),
    },
  },
  {
    number: "A26",
    about: "unknown keys at every level, also those that every object has",
    variants: variantsOf(
      { new: "New", proto: "__proto__", constructor: "constructor", toString: "toString", owned: "hasOwnProperty" },
      (key) => ({
        kind: "rewriteText",
        rewrite: (text) => text.replace(/\{(?=")/g, `{"${key}":{"a":[1]},`),
      }),
    ),
  },
  {
    number: "A27",
    about: "lists of databases in odd forms (DBS 2021)",
    variants: variantsOf(
      { brackets: "[a,b]", none: "[]", json: '["a","b"]', bare: "a", commas: "[a,b,,c]", nested: "[a[1],b]" },
      (value) => rowFieldVariant("DbList", value),
    ),
  },
];

/** The states of all rows, otherwise spelt. */
function spelt(change: (state: string) => string): CaseVariant {
  return {
    at: ({ fields }) => ({
      kind: "rewriteText",
      rewrite: (text) =>
        text.replace(
          new RegExp(`("${stateOf(fields)}":")([^"]*)`, "g"),
          (_, before: string, state: string) => before + change(state),
        ),
    }),
  };
}

function stateOf(fields: ReadonlySet<string>): string {
  const states = ["BackupStatus", "Status", "DownloadStatus", "BackupSetDownloadStatus"];
  return states.find((state) => fields.has(state)) ?? "Status";
}
