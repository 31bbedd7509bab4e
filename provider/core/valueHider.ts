import { removeEncodings } from "./removeEncodings.ts";

type Hide = (text: string) => string;

interface Options {
  /** What stands in place of a value. */
  readonly mark: string;
  /** The least length at which a value is hidden inside of a word too; a shorter one would spoil other words. */
  readonly minInnerLength: number;
}

/** Shorter texts occur by chance in what was encoded. */
const MIN_ENCODED = 8;
/** A value that was wrapped over lines is looked for when it is long enough not to arise from two words. */
const MIN_WRAPPED = 16;
const MAY_BE_ENCODED = /[%\\&]/;
const HAS_SPACE = /[\s\p{Cc}\p{Cf}]/u;

/** Takes values out of texts, in every form in which a service, a log or a person may have written them. */
export function valueHider(values: readonly string[], { mark, minInnerLength }: Options): Hide {
  const forms = [...new Set(values.filter((value) => value !== "").flatMap(formsOf))];
  if (forms.length === 0) return (text) => text;
  const shortest = Math.min(...forms.map(({ length }) => length));
  const literal = patternOf([...new Set([...forms, ...values])], minInnerLength);
  const wrapped = patternOf(
    forms.filter(({ length }) => length >= MIN_WRAPPED),
    minInnerLength,
  );

  return (text) => {
    if (text.length < shortest) return text;
    let clean = text.replace(literal, mark);
    if (MAY_BE_ENCODED.test(clean)) clean = replaceUnfolded(clean, literal, { mark });
    if (HAS_SPACE.test(clean)) clean = replaceUnfolded(clean, wrapped, { mark, withoutSpace: true });
    return clean;
  };
}

function replaceUnfolded(
  text: string,
  pattern: RegExp,
  { mark, withoutSpace = false }: { readonly mark: string; readonly withoutSpace?: boolean },
): string {
  const { plain, begins, ends } = removeEncodings(text, { withoutSpace });
  let clean = "";
  let from = 0;
  for (const match of plain.matchAll(pattern)) {
    clean += text.slice(from, begins[match.index]) + mark;
    from = ends[match.index + match[0].length - 1] ?? text.length;
  }
  return clean + text.slice(from);
}

function formsOf(value: string): string[] {
  const { plain } = removeEncodings(value);
  const bytes = Buffer.from(value);
  const forms = [plain, plain.replaceAll(" ", "+"), removeEncodings(encodeURIComponent(value.toWellFormed())).plain];
  if (value.length < MIN_ENCODED) return forms;
  const hex = bytes.toString("hex");
  const base64 = [0, 1, 2].flatMap((offset) => base64Forms(bytes, offset));
  return [...forms, hex, hex.toUpperCase(), ...base64];
}

/** As part of something longer, without the characters that depend on its neighbours; with the signs of URLs too. */
function base64Forms(bytes: Buffer, offset: number): string[] {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
  const encoded = whole.toString("base64").replace(/=+$/, "");
  const inner = encoded.slice(offset === 0 ? 0 : offset + 1, whole.length % 3 === 0 ? undefined : -1);
  const forms = offset === 0 ? [whole.toString("base64"), encoded, inner] : [inner];
  return forms.flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}

/** The longest first: of a value that begins like another nothing may be left. */
function patternOf(forms: readonly string[], minInnerLength: number): RegExp {
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  const sources = longestFirst.map((form) => {
    const source = form.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
    return form.length < minInnerLength ? `(?<![A-Za-z0-9])${source}(?![A-Za-z0-9])` : source;
  });
  return new RegExp(sources.join("|") || "(?!)", "g");
}
