/** What a failed call means to the one who made it; retry and verdict ask this, never a message. */
export const callErrorKinds = [
  "network", // never answered: refused, reset, timed out, no such host
  "throttled", // asked to slow down
  "server", // failed on its side; may pass
  "instanceState", // the instance is in a state in which this cannot be asked; may pass
  "clock", // the signature's time is outside the service's window
  "credentials", // key unknown, inactive, expired, or the signature is wrong
  "permission", // the key may not do this
  "notFound", // no such instance, plan or backup in this region
  "request", // refused as wrong
  "protocol", // not JSON, or nothing that such a reply can be
] as const;

export type CallErrorKind = (typeof callErrorKinds)[number];

export interface CallErrorDetails {
  readonly kind: CallErrorKind;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  /** A later call may be answered, although most faults of this kind are final. */
  readonly mayPassLater?: boolean | undefined;
}

/** A call that Alibaba Cloud refused or that never reached it. The message is complete, redacted, and ends in what to do. */
export class CallError extends Error {
  override readonly name = "CallError";
  readonly details: CallErrorDetails;

  constructor(message: string, details: CallErrorDetails) {
    super(message);
    this.details = details;
  }
}
