/** A request as the emulator got it, and what came of it. */
export interface ReceivedRequest {
  /** By the emulator's clock, in milliseconds. */
  readonly at: number;
  readonly method: string;
  /** Path and query as sent, undecoded. */
  readonly target: string;
  /** The body as sent, undecoded. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Query and form body, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly action: string | undefined;
  /** The HTTP status answered; with a fault it may never have arrived. */
  readonly status: number;
  /** The error code answered, when the request was refused. */
  readonly code: string | undefined;
  /** The kind of the fault that it met. */
  readonly fault: string | undefined;
}
