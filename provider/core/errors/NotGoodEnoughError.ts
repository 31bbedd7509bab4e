/** A whole answer that holds nothing good. The message is the report. */
export class NotGoodEnoughError extends Error {
  override readonly name = "NotGoodEnoughError";
}
