import type { ApiRequest } from "./readRequest.ts";
import type { RequestSignature } from "./signatures/RequestSignature.ts";

/** A request whose sender is known. */
export interface SignedRequest extends ApiRequest {
  readonly signature: RequestSignature;
}
