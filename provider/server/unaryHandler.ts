import { CancelledError } from "../core/errors/CancelledError.ts";
import { InputError } from "../core/errors/InputError.ts";
import { hidingDuring } from "../core/hiding.ts";
import { messageOf } from "../core/messageOf.ts";
import { type GrpcStatus, grpcStatus } from "./grpc/grpcStatus.ts";
import type { Answer, UnaryMethod } from "./grpc/UnaryMethod.ts";
import { secretInputHider, secretInputTexts } from "./secretInputs.ts";

/** How the messages of a method are read and written. */
export interface MessageFormat<Request, Response> {
  readonly requestDeserialize: (request: Buffer) => Request;
  /** In pieces, where they are made so. */
  readonly responseSerialize: (response: Response) => Buffer | readonly Buffer[];
}

/**
 * An async function as a method of gRPC. Every error becomes an answer: an RPC without one hangs the deployment, because no
 * caller of a provider has a deadline. The signal fires when the caller is gone. Errors never repeat a secret of the request
 * or of Configure.
 */
export function unaryHandler<Request, Response>(
  { requestDeserialize, responseSerialize }: MessageFormat<Request, Response>,
  handle: (request: Request, signal: AbortSignal) => Promise<Response> | Response,
  secretSettingTexts: () => readonly string[] = () => [],
): UnaryMethod {
  return async (bytes, signal): Promise<Answer> => {
    let hide = (text: string) => text;
    try {
      const request = requestDeserialize(bytes);
      hide = secretInputHider([...secretInputTexts(request), ...secretSettingTexts()]);
      const response = await hidingDuring(hide, () => handle(request, signal));
      return { message: [responseSerialize(response)].flat() };
    } catch (error) {
      return { code: codeOf(error), details: hide(messageOf(error)) };
    }
  };
}

function codeOf(error: unknown): GrpcStatus {
  if (error instanceof CancelledError) return grpcStatus.cancelled;
  if (error instanceof InputError) return grpcStatus.invalidArgument;
  return grpcStatus.unknown;
}
