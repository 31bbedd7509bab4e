import type { CatalogueCase } from "./CatalogueCase.ts";
import { editVariant } from "./variants.ts";

/** Pages, A28 to A35. */
export const pagingCases: readonly CatalogueCase[] = [
  {
    number: "A28",
    about: "the total is smaller or larger than the number of rows",
    variants: {
      smaller: { kind: "page", total: 0 },
      larger: { kind: "page", total: 1000 },
    },
  },
  { number: "A29", about: "an empty page midway", variants: { second: { kind: "page", page: 2, rows: 0 } } },
  { number: "A30", about: "the same page again", variants: { second: { kind: "page", page: 2, instead: 1 } } },
  {
    number: "A31",
    about: "the page size is capped, or ignored",
    variants: {
      capped: { kind: "page", times: "always", size: 7 },
      ignored: { kind: "page", times: "always", size: 1000 },
    },
  },
  {
    number: "A32",
    about: "rows shift between pages",
    variants: { later: { kind: "page", page: 2, shift: 1 }, earlier: { kind: "page", page: 2, shift: -1 } },
  },
  {
    number: "A33",
    about: "a number of pages of 0, a total of nothing",
    variants: {
      pages: editVariant(({ action }) => [
        { at: action === "DescribeDownloadTask" ? "Data.TotalPages" : "TotalPages", value: 0 },
      ]),
      total: editVariant(({ total }) => (total === undefined ? undefined : [{ at: total, value: "" }])),
    },
  },
  {
    number: "A34",
    about: "the page number is told one too high",
    variants: {
      off: editVariant(({ action }) => [{ at: numbers[action] ?? "PageNumber", value: 2 }]),
    },
  },
  {
    number: "A35",
    about: "the total changes between pages",
    variants: { lower: { kind: "page", page: 2, total: 1 }, higher: { kind: "page", page: 2, total: 1000 } },
  },
];

const numbers: Readonly<Record<string, string>> = {
  DescribeDownloadTask: "Data.PageNumber",
  DescribeBackupSetDownloadTaskList: "PageNum",
};
