/** The local clock turned out to be wrong: what was computed from it must be computed anew. Never leaves a lookup. */
export class RestartWithServiceTimeError extends Error {
  override readonly name = "RestartWithServiceTimeError";

  constructor() {
    super("The clock of this machine is wrong, and the service's time is known now.");
  }
}
