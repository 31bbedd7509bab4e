export interface CredentialsFailure {
  /** In our words: nothing that the source answered is repeated, for it may be the key itself. */
  readonly what: string;
  readonly remedy: string;
  /** Where was asked: scheme, host and port. */
  readonly askedAt?: string | undefined;
  /** May be gone in a moment. */
  readonly passing?: boolean;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
}

/** A source gave no key. */
export class CredentialsError extends Error {
  override readonly name = "CredentialsError";
  readonly failure: CredentialsFailure;

  constructor(failure: CredentialsFailure) {
    super(failure.what);
    this.failure = failure;
  }
}
