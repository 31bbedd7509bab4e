import { defineFaultKind } from "../FaultKind.ts";
import { kindAndScopeSchema } from "../faultSchemas.ts";
import type { FaultScope } from "../faultScope.ts";

export interface TruncatedJsonFault extends FaultScope {
  readonly kind: "truncated";
}

/** The first half of the JSON, with a Content-Length that is right for it. */
export const truncatedJsonFaultKind = defineFaultKind<TruncatedJsonFault>(kindAndScopeSchema("truncated"), () => ({
  reply: (honest) => {
    const bytes = Buffer.from(honest.body);
    return { ...honest, body: bytes.subarray(0, Math.floor(bytes.length / 2)) };
  },
}));
