import type { CallErrorKind } from "../core/errors/CallError.ts";

/** One attempt that brought no answer. */
export interface Fault {
  readonly kind: CallErrorKind;
  readonly what: string;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** For how long the service asked to be left alone. */
  readonly retryAfterMs?: number | undefined;
  /** The service's own time. */
  readonly serviceTime?: number | undefined;
  /** Replaces the remedy that all faults of this kind have. */
  readonly remedy?: string | undefined;
  /** The server that was contacted, when it was not the endpoint. */
  readonly address?: string | undefined;
  /** Not within this lookup, but a later one may be answered, although most faults of this kind are final. */
  readonly mayPassLater?: boolean | undefined;
  /** The same request would meet the same fault, although most faults of this kind pass. */
  readonly isFinal?: boolean | undefined;
}

const PASSING: ReadonlySet<CallErrorKind> = new Set(["network", "throttled", "server", "protocol"]);

/** Whether the same request may be answered a little later. All requests are reads. */
export function isTransientFault({ kind, isFinal = false }: Fault): boolean {
  return PASSING.has(kind) && !isFinal;
}
