/** What stands before a message: whether it is compressed, in one byte, and its length in four. */
export const PREFIX_BYTES = 5;

/** The prefix of a message that is sent as it is. */
export function messagePrefix(length: number): Buffer {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(length, 1);
  return prefix;
}
