import { defineFaultKind } from "../FaultKind.ts";
import { kindOnlySchema } from "../faultSchemas.ts";
import type { FaultScope } from "../faultScope.ts";

export interface TruncatedFault extends FaultScope {
  readonly kind: "truncated";
}

/** The first half of the JSON, with a Content-Length that is right for it. */
export const truncatedFaultKind = defineFaultKind<TruncatedFault>(kindOnlySchema("truncated"), () => ({
  reply: (honest) => {
    const bytes = Buffer.from(honest.body);
    return { ...honest, body: bytes.subarray(0, Math.floor(bytes.length / 2)) };
  },
}));
