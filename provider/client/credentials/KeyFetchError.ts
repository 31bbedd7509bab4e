export interface CredentialsFailure {
  /** Never quotes the source's reply, which may hold the key itself. */
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

/** No credentials could be fetched from a source. */
export class KeyFetchError extends Error {
  override readonly name = "KeyFetchError";
  readonly failure: CredentialsFailure;

  constructor(failure: CredentialsFailure) {
    super(failure.what);
    this.failure = failure;
  }
}
