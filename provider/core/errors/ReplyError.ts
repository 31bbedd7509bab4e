/**
 * The service answered, and the answer cannot be believed: a list that is not there, a total that does not fit,
 * rows of another instance, something that is not JSON. Never retried as a network fault, never read as "empty".
 */
export class ReplyError extends Error {
  override readonly name = "ReplyError";
  /** What to do about it, where something other than asking Alibaba Cloud can help. */
  readonly remedy: string | undefined;

  constructor(message: string, remedy?: string) {
    super(message);
    this.remedy = remedy;
  }
}
