import type { handleUnaryCall } from "@grpc/grpc-js";
import { CancelledError } from "../core/errors/CancelledError.ts";
import { InputError } from "../core/errors/InputError.ts";
import { hidingDuring } from "../core/hiding.ts";
import { messageOf } from "../core/messageOf.ts";
import { status } from "./grpcServer.ts";
import { secretInputHider, secretInputTexts } from "./secretInputs.ts";
import { shortenForMetadata } from "./shortenForMetadata.ts";

/**
 * An async function as a gRPC handler. Every error becomes a reply: an RPC without one hangs the deployment, because no
 * caller of a provider has a deadline. The signal fires when the caller is gone. Errors never repeat a secret of the request
 * or of Configure.
 */
export function unaryHandler<Request, Response>(
  handle: (request: Request, signal: AbortSignal) => Promise<Response> | Response,
  secretSettingTexts: () => readonly string[] = () => [],
): handleUnaryCall<Request, Response> {
  return (call, answer) => {
    const { request } = call;
    const gone = new AbortController();
    call.on("cancelled", () => gone.abort());
    let hide = (text: string) => text;
    Promise.resolve()
      .then(() => {
        hide = secretInputHider([...secretInputTexts(request), ...secretSettingTexts()]);
        return hidingDuring(hide, () => handle(request, gone.signal));
      })
      .then(
        (response) => answer(null, response),
        (error: unknown) => answer({ code: codeOf(error), details: shortenForMetadata(hide(messageOf(error))) }),
      );
  };
}

function codeOf(error: unknown): status {
  if (error instanceof CancelledError) return status.CANCELLED;
  if (error instanceof InputError) return status.INVALID_ARGUMENT;
  return status.UNKNOWN;
}
