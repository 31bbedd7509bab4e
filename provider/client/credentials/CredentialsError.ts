export interface CredentialsFailure {
  /** In our words: nothing that the source answered is repeated, for it may be the key itself. */
  readonly what: string;
  readonly remedy: string;
  /** The server that should have sent the key: scheme, host and port. */
  readonly address?: string | undefined;
  /** True for a fault that a retry may get past. */
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
