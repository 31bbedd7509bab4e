/** The engine asked to stop. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";

  constructor() {
    super("cancelled by Pulumi");
  }
}
