/** Where a number stands in a JSON text. */
export interface NumberSpan {
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

/** What a JSON text shows before it is parsed. */
interface Scan {
  readonly isTooDeep: boolean;
  /** Numbers that a double may not hold: those with many characters, and those with an exponent. */
  readonly unusualNumbers: readonly NumberSpan[];
}

interface Limits {
  readonly maxDepth: number;
  /** How many characters a usual number has at most. */
  readonly maxNumberLength: number;
}

/**
 * Looks at what stands outside of strings. These are most of a reply, and are jumped over. Whether it is JSON at all, the
 * parser says.
 */
export function scanJson(text: string, { maxDepth, maxNumberLength }: Limits): Scan {
  const unusualNumbers: NumberSpan[] = [];
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === QUOTE) index = endOfString(text, index);
    else if (character === BRACKET || character === BRACE) depth++;
    // The closing ones stand two places behind.
    else if (character - 2 === BRACKET || character - 2 === BRACE) depth--;
    else if (character === MINUS || isDigit(character)) {
      const start = index;
      let hasExponent = false;
      while (isWithinNumber(text.charCodeAt(index + 1))) {
        index++;
        hasExponent ||= isExponent(text.charCodeAt(index));
      }
      const end = index + 1;
      if (hasExponent || end - start > maxNumberLength) unusualNumbers.push({ start, end });
    }
    if (depth > maxDepth) return { isTooDeep: true, unusualNumbers };
  }
  return { isTooDeep: false, unusualNumbers };
}

/** The place of the quote that ends a string; the end of the text where none does. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, place: number): boolean {
  let before = place - 1;
  while (text.charCodeAt(before) === BACKSLASH) before--;
  return (place - before) % 2 === 0;
}

function isWithinNumber(character: number): boolean {
  return (
    isDigit(character) || character === POINT || character === PLUS || character === MINUS || isExponent(character)
  );
}

function isExponent(character: number): boolean {
  return character === SMALL_E || character === LARGE_E;
}

function isDigit(character: number): boolean {
  return character >= DIGIT_0 && character <= DIGIT_9;
}

const [QUOTE, BACKSLASH, BRACKET, BRACE] = [0x22, 0x5c, 0x5b, 0x7b];
const [DIGIT_0, DIGIT_9, MINUS, PLUS, POINT, SMALL_E, LARGE_E] = [0x30, 0x39, 0x2d, 0x2b, 0x2e, 0x65, 0x45];
