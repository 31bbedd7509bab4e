import type { ServiceRequest } from "./readRequest.ts";
import type { RequestSignature } from "./signatures/RequestSignature.ts";

/** A request whose sender is known. */
export interface SignedRequest extends ServiceRequest {
  readonly signature: RequestSignature;
}
