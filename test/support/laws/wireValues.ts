import fc from "fast-check";
import type { Json } from "../../../provider/core/json.ts";

/** Texts and numbers that come close to one of the forms of the wire, or are one. */
const odd: readonly Json[] = [
  ...["", " ", "0", "-0", "-1", " -1 ", "1", "01", "1.0", "1e3", "0x1f", "Infinity", "NaN", "9007199254740993"],
  ...["true", " TRUE ", "False", "yes", "2MB", "2 mb", "2M", "MB", "8796093022207MB", "8796093022208MB"],
  ...["2026-08-01T02:03:04Z", "2026-08-01T02:03Z", "2017-05-30 T12:11:4Z", "2026-02-30T00:00:00Z"],
  ...["2024-02-29T23:59:59Z", "2023-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "1999-12-31T23:59:59Z"],
  ...["2100-01-01T00:00:00Z", "2099-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "2026-08-01T24:00:00Z"],
  ...["2026-08-01T02:03:60Z", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026-08-00T00:00:00Z"],
  ...["2026-08-01T02:03:04.5Z", "2026-08-01T02:03:04+08:00", "2026-08-01t02:03:04z", "2026-08-01T02:03:04Z\n"],
  ...["[a,b]", '["a", "b"]', "[]", "[,]", "a", "https://oss/x?Signature=y", '"//oss/x"', "/a/b%3Fc", "/a/b", "无"],
  ...[0, -0, 1, -1, 1.5, 1e300, 2 ** 53, 2 ** 53 - 1, 1_549_196_762, 1_549_196_762_000, 946_684_799, 4_102_444_800],
  ...[true, false, null, [], {}, [null], [[]], { DataBase: "a" }],
];

const digits = (min: number, max: number) => fc.integer({ min, max }).map((value) => String(value).padStart(2, "0"));

/** Times in the usual form, those included that no calendar has. */
const times = fc
  .tuple(
    fc.integer({ min: 1998, max: 2101 }),
    digits(0, 13),
    digits(0, 32),
    digits(0, 24),
    digits(0, 60),
    digits(0, 60),
  )
  .map(([year, month, day, hour, minute, second]) => `${year}-${month}-${day}T${hour}:${minute}:${second}Z`);

const numbers = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }));

const rowsOfText = fc.array(
  fc.dictionary(fc.constantFrom("DataBase", "DownloadLink", "IntranetDownloadLink", "__proto__"), fc.string()),
  { maxLength: 2 },
);

/** Any value that a field may be sent as. */
export const anyWireValue: fc.Arbitrary<Json> = fc
  .oneof(
    fc.constantFrom(...odd),
    times,
    numbers,
    numbers.map(String),
    fc.string(),
    fc.jsonValue({ maxDepth: 3 }),
    rowsOfText,
    rowsOfText.map((rows) => ({ BackupDownloadLinkByDB: rows })),
  )
  .map((value): Json => JSON.parse(JSON.stringify(value)));
