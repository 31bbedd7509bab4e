/**
 * The JSON of a reply in which pop-core's parser refuses keys such as `constructor`; undefined for what is no JSON. As
 * there, a number of many digits becomes text, so that none of them is lost.
 */
export function parseReply(text: string): unknown {
  try {
    return JSON.parse(text, exactNumber);
  } catch {
    return undefined;
  }
}

/** The most digits of which every number is exact in a double. */
const MAX_DIGITS = 15;

function exactNumber(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== "number" || source === undefined || source.length <= MAX_DIGITS) return value;
  return source.replace(/^(-?\d+)\.0+$/, "$1");
}
