import type { Json } from "../../../provider/core/json.ts";
import type { CatalogueCase } from "./CatalogueCase.ts";
import { placeVariant, rowFieldVariant, wrapperVariant } from "./variants.ts";
import type { WirePlaces } from "./WirePlaces.ts";

const wrapper = ({ wrapper }: WirePlaces) => wrapper;
const rows = ({ rows }: WirePlaces) => rows;
const data = (places: WirePlaces) => (places.wrapper.startsWith("Data.") ? "Data" : undefined);
const content = (places: WirePlaces) => (data(places) ? places.wrapper : undefined);
const linksByDatabase = "BackupDownloadLinkByDB";
const link: Json = {
  DataBase: "orders",
  DownloadLink: "https://bucket.oss.aliyuncs.com/f?Expires=1&Signature=s1gnature",
};

/** Forms of the list, A1 to A13. What stands in place of the wrapper takes the rows with it. */
export const listShapeCases: readonly CatalogueCase[] = [
  { number: "A1", about: 'the list is ""', variants: { text: placeVariant(wrapper, "") } },
  { number: "A2", about: "the list is null", variants: { null: placeVariant(wrapper, null) } },
  { number: "A3", about: "the list is absent", variants: { absent: placeVariant(wrapper, undefined) } },
  { number: "A4", about: "the list is an empty object", variants: { object: placeVariant(wrapper, {}) } },
  { number: "A5", about: "the list is an empty array", variants: { array: placeVariant(wrapper, []) } },
  { number: "A6", about: "the wrapper is the row itself", variants: { row: wrapperVariant(([first]) => first ?? {}) } },
  { number: "A7", about: "the wrapper is the list itself", variants: { list: wrapperVariant((all) => all) } },
  {
    number: "A8",
    about: "the list is its only row itself",
    variants: { row: wrapperVariant(([first], leaf) => ({ [leaf]: first ?? {} })) },
  },
  {
    number: "A9",
    about: "the inner list is empty text, or null",
    variants: { text: placeVariant(rows, ""), null: placeVariant(rows, null) },
  },
  {
    number: "A10",
    about: "the list holds what is no row",
    variants: {
      null: placeVariant(rows, [null]),
      emptyText: placeVariant(rows, [""]),
      text: placeVariant(rows, ["1"]),
    },
  },
  {
    number: "A11",
    about: "a success without Data (DBS 2021)",
    variants: { null: placeVariant(data, null), text: placeVariant(data, ""), absent: placeVariant(data, undefined) },
  },
  {
    number: "A12",
    about: "Content in other forms (DBS 2021)",
    variants: {
      empty: placeVariant(content, []),
      list: wrapperVariant((all) => all, content),
      row: wrapperVariant(([first], leaf) => ({ [leaf]: first ?? {} }), content),
    },
  },
  {
    number: "A13",
    about: "links by database in other forms",
    variants: {
      absent: rowFieldVariant(linksByDatabase, undefined),
      object: rowFieldVariant(linksByDatabase, {}),
      text: rowFieldVariant(linksByDatabase, ""),
      single: rowFieldVariant(linksByDatabase, { [linksByDatabase]: link }),
    },
  },
];
