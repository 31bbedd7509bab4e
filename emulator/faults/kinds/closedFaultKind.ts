import { defineFaultKind } from "../FaultKind.ts";
import { kindOnlySchema } from "../faultSchemas.ts";
import type { FaultScope } from "../faultScope.ts";

export interface ClosedFault extends FaultScope {
  readonly kind: "closed";
}

/** The true reply; then the connection is closed, although it was to be kept alive. */
export const closedFaultKind = defineFaultKind<ClosedFault>(kindOnlySchema("closed"), () => ({
  reply: (honest) => ({ ...honest, delivery: { how: "thenClosed" } }),
}));
