import { defineFaultKind } from "../FaultKind.ts";
import { kindAndScopeSchema } from "../faultSchemas.ts";
import type { FaultScope } from "../faultScope.ts";

export interface ClosedAfterReplyFault extends FaultScope {
  readonly kind: "closed";
}

/** The true reply; then the connection is closed, although it was to be kept alive. */
export const closedAfterReplyFaultKind = defineFaultKind<ClosedAfterReplyFault>(kindAndScopeSchema("closed"), () => ({
  reply: (honest) => ({ ...honest, delivery: { how: "thenClosed" } }),
}));
