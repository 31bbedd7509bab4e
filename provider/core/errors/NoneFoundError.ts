/** A whole answer that holds nothing good. The message is the report. */
export class NoneFoundError extends Error {
  override readonly name = "NoneFoundError";
}
