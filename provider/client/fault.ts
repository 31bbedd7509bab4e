import type { ServiceErrorKind } from "../core/errors/ServiceError.ts";

/** One attempt that brought no answer. */
export interface Fault {
  readonly kind: ServiceErrorKind;
  readonly what: string;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Replaces the remedy that all faults of this kind have. */
  readonly remedy?: string | undefined;
  /** The server that was contacted, when it was not the endpoint. */
  readonly address?: string | undefined;
}
