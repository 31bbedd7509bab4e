import { ReplyError } from "../core/errors/ReplyError.ts";

/** Deeper than any reply that is documented. */
const MAX_DEPTH = 100;
/** The most digits of which every number is exact in a double. */
const MAX_DIGITS = 15;
/** Nothing that begins within a string, where a colon or a comma may stand as well, costs more than time. */
const MAY_HAVE_LONG_NUMBER = /[:[,\s]-?\d[\d.eE+-]{14}/;

/**
 * The JSON of a reply; undefined for what is none. A number of many digits becomes text, so that none of them is lost.
 *
 * @throws ReplyError for JSON that is nested too deeply: parsing it could take all memory.
 */
export function parseReply(text: string): unknown {
  if (isNestedDeeper(text, MAX_DEPTH)) throw new ReplyError(`The reply is nested deeper than ${MAX_DEPTH} levels.`);
  const json = text.replace(/^\uFEFF/, "");
  try {
    return MAY_HAVE_LONG_NUMBER.test(json) ? JSON.parse(json, exactNumber) : JSON.parse(json);
  } catch {
    return undefined;
  }
}

function exactNumber(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== "number" || source === undefined || source.length <= MAX_DIGITS) return value;
  return source.replace(/^(-?\d+)\.0+$/, "$1");
}

function isNestedDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (isInString) {
      if (character === BACKSLASH) index++;
      else if (character === QUOTE) isInString = false;
    } else if (character === QUOTE) isInString = true;
    else if (character === BRACKET || character === BRACE) depth++;
    // The closing ones stand two places behind.
    else if (character - 2 === BRACKET || character - 2 === BRACE) depth--;
    if (depth > limit) return true;
  }
  return false;
}

const [QUOTE, BACKSLASH, BRACKET, BRACE] = [0x22, 0x5c, 0x5b, 0x7b];
