/** Something is there in place of a value, and it is none of the documented forms. */
export const unreadable = Symbol("unreadable");

/** What a reply has in one field of a row: a value, nothing (undefined), or something that cannot be read. */
export type FieldValue<T> = T | undefined | typeof unreadable;

export function readableOf<T>(value: FieldValue<T>): T | undefined {
  return value === unreadable ? undefined : value;
}

/** Words of the service are compared without case and blanks around. */
export function isWord(value: FieldValue<string>, ...words: readonly string[]): boolean {
  const text = readableOf(value)?.trim().toLowerCase();
  return words.some((word) => word.toLowerCase() === text);
}
