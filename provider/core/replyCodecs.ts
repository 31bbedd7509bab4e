/**
 * Codecs for the forms in which Alibaba Cloud writes values: what a field's value is on both sides, for types, JSON
 * Schema and documentation. How a form is read stands in `replyForms.ts`, and both must agree (test/laws/fieldReaders).
 */
import { loadZod } from "./loadZod.ts";
import { once } from "./once.ts";
import { replyCodec } from "./replyCodec.ts";
import * as forms from "./replyForms.ts";

const scalar = once(() => {
  const z = loadZod();
  return z.union([z.string(), z.number(), z.boolean()]);
});

const texts = () => ({ wire: scalar(), value: loadZod().string() });
const wholeNumbers = () => ({ wire: scalar(), value: loadZod().int().nonnegative() });
const times = () => ({ wire: scalar(), value: loadZod().string().meta({ format: "date-time" }) });
const textsAlone = () => ({ wire: loadZod().string(), value: loadZod().string() });

/** Text, also where the service sends a number: IDs, versions, check sums. */
export const textCodec = replyCodec(texts, { read: forms.readScalarAsText, encode: (value) => value });

/** A whole number that a double holds exactly, sent as a number or as decimal text. */
export const integerCodec = replyCodec(wholeNumbers, {
  read: forms.readInteger,
  encode: (value) => value,
  mayHoldAnyText: false,
});

/** Megabytes, `"2"` or `"2MB"`, read as bytes. */
export const megabytesAsBytesCodec = replyCodec(wholeNumbers, {
  read: forms.readMegabytesAsBytes,
  encode: (value) => String(value / (1024 * 1024)),
  mayHoldAnyText: false,
});

/** `true`, `"True"`, `"true"`, `"1"`, `1` and their opposites. */
export const boolCodec = replyCodec(() => ({ wire: scalar(), value: loadZod().boolean() }), {
  read: forms.readBool,
  encode: (value) => value,
  mayHoldAnyText: false,
});

/** `2026-08-01T02:03:04Z`; also minutes only, stray spaces and one-digit parts, as the documents' samples have. */
export const timeCodec = replyCodec(times, { read: forms.readTime, encode: (value) => value, mayHoldAnyText: false });

/**
 * A time up to which something is kept. For ever is written as a time that is centuries ahead, or as -1, which is read
 * as the last of those times: without any, a program could not tell it from an expiry that the service does not say.
 */
export const expiryCodec = replyCodec(times, {
  read: forms.readExpiry,
  encode: (value) => value,
  mayHoldAnyText: false,
});

/** Milliseconds since 1970, as a number or as decimal text. */
export const epochMillisAsTimeCodec = epoch(1);

/** Seconds since 1970, as a number or as decimal text. */
export const epochSecondsAsTimeCodec = epoch(1000);

/** Free text of the service or of a person. It may quote a link or a key, as any text may: see `redactedOutputRecord`. */
export const freeTextCodec = replyCodec(texts, { read: forms.readScalarAsText, encode: (value) => value });

/** A path in OSS. What may have a query is taken for a pre-signed link, in whatever form, and is not read at all. */
export const pathUnlessLinkCodec = replyCodec(textsAlone, { read: forms.readPathUnlessLink, encode: (value) => value });

/** `[a,b]`, which is not JSON; also real JSON, and a bare name. */
export const bracketListCodec = replyCodec(() => ({ wire: scalar(), value: loadZod().array(loadZod().string()) }), {
  read: forms.readBracketList,
  encode: (names) => `[${names.join(",")}]`,
});

/** A pre-signed link: sometimes without a scheme, sometimes inside literal quote characters. */
export const linkCodec = replyCodec(textsAlone, { read: forms.readLink, encode: (value) => value });

function epoch(unitMs: number) {
  return replyCodec(times, {
    read: (raw) => forms.readEpochAsTime(raw, unitMs),
    encode: (value) => Date.parse(value) / unitMs,
    mayHoldAnyText: false,
  });
}
