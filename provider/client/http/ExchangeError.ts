import { nodeErrorCode } from "../nodeErrorCode.ts";
import type { HttpProxy } from "../proxy/proxyFor.ts";

interface ExchangeErrorDetails {
  readonly code: string;
  /** No byte of the reply had come, on a connection that had been used before: the server may have closed it already. */
  readonly wasReused?: boolean;
  /** The proxy that the request went through, or was to go through. */
  readonly proxy?: HttpProxy | undefined;
  /** True when it is the proxy that did not answer or refused. */
  readonly isOfProxy?: boolean;
  /** The status with which the proxy refused. */
  readonly refusal?: number | undefined;
}

/** No whole reply came. The message says why, and may hold what a server or its certificate says; nothing of the request. */
export class ExchangeError extends Error {
  override readonly name = "ExchangeError";
  readonly code: string;
  readonly wasReused: boolean;
  readonly proxy: HttpProxy | undefined;
  readonly isOfProxy: boolean;
  readonly refusal: number | undefined;

  constructor(message: string, { code, wasReused = false, proxy, isOfProxy = false, refusal }: ExchangeErrorDetails) {
    super(message);
    this.code = code;
    this.wasReused = wasReused;
    this.proxy = proxy;
    this.isOfProxy = isOfProxy;
    this.refusal = refusal;
  }

  /** The proxy itself is at fault. */
  static ofProxy(what: string, details: ExchangeErrorDetails & { readonly proxy: HttpProxy }): ExchangeError {
    return new ExchangeError(`the proxy ${details.proxy.label} ${what}`, { ...details, isOfProxy: true });
  }

  /** Of errors of Node only the code is kept, and for certificates the sentence, which says what is wrong with which. */
  static from(
    error: unknown,
    { wasReused = false, proxy }: Pick<ExchangeErrorDetails, "wasReused" | "proxy">,
  ): ExchangeError {
    if (error instanceof ExchangeError && error.isOfProxy) return error;
    const { code, says } = describe(error);
    const what = proxy === undefined ? says : `${says}, through the proxy ${proxy.label}`;
    return new ExchangeError(what, { code, wasReused, proxy });
  }
}

function describe(error: unknown): { readonly code: string; readonly says: string } {
  if (error instanceof ExchangeError) return { code: error.code, says: error.message };
  const code = nodeErrorCode(error) ?? "";
  const name = error instanceof Error ? error.name : "unknown fault";
  const says =
    error instanceof Error && isCertificateErrorCode(code) ? `${code}: ${plain(error.message)}` : code || name;
  return { code, says };
}

/** Without the advice for whoever starts Node. */
function plain(message: string): string {
  return message.replace(/; if the root CA is installed locally, .*$/, "");
}

/** Whom one talks to is not whom one wanted: sending the request again changes nothing. */
export function isCertificateErrorCode(code: string): boolean {
  return /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET_ISSUER|VERIFY|GET_CRL)|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/.test(
    code,
  );
}
