/** What is wrong with one property, in words that name the remedy. */
export interface Failure {
  readonly property: string;
  readonly reason: string;
}

/** The program or the stack configuration asked for something impossible; nothing was sent. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super(failures.map(({ property, reason }) => `${property}: ${reason}`).join("; "));
    this.failures = failures;
  }
}
