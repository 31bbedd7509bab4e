import type { ApiRequest } from "./readRequest.ts";
import type { RequestSignature } from "./signatures/RequestSignature.ts";

/** A request whose sender is known. */
export interface AuthenticatedRequest extends ApiRequest {
  readonly signature: RequestSignature;
}
