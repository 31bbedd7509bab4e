import type { GrpcStatus } from "./grpcStatus.ts";

/** Why a call has no answer. */
export interface GrpcError {
  readonly code: GrpcStatus;
  readonly details: string;
}

/** What a call is answered with: the bytes of its message, in as many pieces as they were made in; or why there is none. */
export type Answer = { readonly message: readonly Uint8Array[] } | GrpcError;

/** A method that takes one message and answers with one. It never rejects. The signal fires when the caller is gone. */
export type UnaryMethod = (request: Buffer, signal: AbortSignal) => Promise<Answer>;

/** The method of a path; of a path that names none, one that says so. */
export type FindMethod = (path: string | undefined) => UnaryMethod;
