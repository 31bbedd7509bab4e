import type { handleUnaryCall } from "@grpc/grpc-js";
import { status } from "@grpc/grpc-js";
import { CancelledError } from "../core/errors/CancelledError.ts";
import { InputError } from "../core/errors/InputError.ts";
import { fitMetadata } from "./fitMetadata.ts";
import { hidingSecretInputs, secretInputsOf } from "./secretInputs.ts";

/**
 * An async function as a gRPC handler. Whatever it throws is answered: an RPC that is not answered hangs the
 * deployment, as nothing above a provider has a deadline. Neither an error nor a log line repeats a secret input.
 */
export function unary<Request, Response>(
  handle: (request: Request) => Promise<Response> | Response,
): handleUnaryCall<Request, Response> {
  return ({ request }, answer) => {
    let hide = (text: string) => text;
    Promise.resolve()
      .then(() => {
        hide = secretInputsOf(request);
        return hidingSecretInputs(hide, () => handle(request));
      })
      .then(
        (response) => answer(null, response),
        (error: unknown) => answer({ code: codeOf(error), details: fitMetadata(hide(messageOf(error))) }),
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
