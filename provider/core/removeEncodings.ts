/** A text without its encodings, and where each of its characters came from. */
export interface TextWithoutEncodings {
  readonly plain: string;
  /** Where in the original each character of `plain` begins, and where it ends. */
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

/**
 * One character as URLs (encoded once or more often), JSON, JavaScript and HTML write it. A backslash before a quote or a
 * slash stands for nothing.
 */
const ENCODED =
  /%(?:25){0,8}([0-9a-f]{2})|\\{1,8}u([0-9a-f]{4})|\\{1,8}x([0-9a-f]{2})|&#x0{0,8}([0-9a-f]{1,4});|&#0{0,8}(\d{1,5});|\\{1,8}(?=["'/])/gi;
const ENCODED_OR_SPACE = new RegExp(`${ENCODED.source}|[\\s\\p{Cc}\\p{Cf}]+`, "giu");

/** `withoutSpace`: a secret that was wrapped over several lines is whole again. */
export function removeEncodings(text: string, { withoutSpace = false } = {}): TextWithoutEncodings {
  const begins: number[] = [];
  const ends: number[] = [];
  let plain = "";
  let from = 0;
  const keep = (until: number) => {
    plain += text.slice(from, until);
    for (let place = from; place < until; place++) {
      begins.push(place);
      ends.push(place + 1);
    }
  };
  for (const match of text.matchAll(withoutSpace ? ENCODED_OR_SPACE : ENCODED)) {
    keep(match.index);
    const [whole, url, json, script, hex, decimal] = match;
    const code = url ?? json ?? script ?? hex;
    if (code !== undefined || decimal !== undefined) {
      plain += String.fromCharCode(code === undefined ? Number(decimal) : Number.parseInt(code, 16));
      begins.push(match.index);
      ends.push(match.index + whole.length);
    }
    from = match.index + whole.length;
  }
  keep(text.length);
  return { plain, begins, ends };
}
