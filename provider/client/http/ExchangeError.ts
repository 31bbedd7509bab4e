interface ExchangeErrorDetails {
  readonly code: string;
  /** No byte of the reply had come, on a connection that had been used before: the server may have closed it already. */
  readonly wasReused?: boolean;
}

/** No whole reply came. The message says why, and may hold what a server or its certificate says; nothing of the request. */
export class ExchangeError extends Error {
  override readonly name = "ExchangeError";
  readonly code: string;
  readonly wasReused: boolean;

  constructor(message: string, { code, wasReused = false }: ExchangeErrorDetails) {
    super(message);
    this.code = code;
    this.wasReused = wasReused;
  }

  /** Of errors of Node only the code is kept, and for certificates the sentence, which says what is wrong with which. */
  static from(error: unknown, { wasReused }: { readonly wasReused: boolean }): ExchangeError {
    if (error instanceof ExchangeError) return new ExchangeError(error.message, { code: error.code, wasReused });
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const name = error instanceof Error ? error.name : "unknown fault";
    const says = error instanceof Error && isAboutCertificate(code) ? `${code}: ${error.message}` : code || name;
    return new ExchangeError(says, { code, wasReused });
  }
}

/** Whom one talks to is not whom one wanted: sending the request again changes nothing. */
export function isAboutCertificate(code: string): boolean {
  return /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET_ISSUER|VERIFY|GET_CRL)|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/.test(
    code,
  );
}
