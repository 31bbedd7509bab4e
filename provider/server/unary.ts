import type { handleUnaryCall } from "@grpc/grpc-js";
import { status } from "@grpc/grpc-js";
import { CancelledError } from "../core/errors/CancelledError.ts";
import { InputError } from "../core/errors/InputError.ts";

/**
 * An async function as a gRPC handler. Whatever it throws is answered: an RPC that is not answered hangs the
 * deployment, as nothing above a provider has a deadline. Half a character in the text of an error, from the service or
 * from a cut, would make gRPC throw instead.
 */
export function unary<Request, Response>(
  handle: (request: Request) => Promise<Response> | Response,
): handleUnaryCall<Request, Response> {
  return (call, answer) => {
    Promise.resolve()
      .then(() => handle(call.request))
      .then(
        (response) => answer(null, response),
        (error: unknown) => answer({ code: codeOf(error), details: messageOf(error).toWellFormed() }),
      );
  };
}

function codeOf(error: unknown): status {
  if (error instanceof CancelledError) return status.CANCELLED;
  if (error instanceof InputError) return status.INVALID_ARGUMENT;
  return status.UNKNOWN;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
