import { faultKind } from "../FaultKind.ts";
import type { FaultScope } from "../faultScope.ts";
import { kindOnlySchema } from "../kindOnlySchema.ts";

export interface TruncatedFault extends FaultScope {
  readonly kind: "truncated";
}

/** The first half of the JSON, with a Content-Length that is right for it. */
export const truncated = faultKind<TruncatedFault>(kindOnlySchema("truncated"), () => ({
  reply: (honest) => {
    const bytes = Buffer.from(honest.body);
    return { ...honest, body: bytes.subarray(0, Math.floor(bytes.length / 2)) };
  },
}));
