import { faultKind } from "../FaultKind.ts";
import type { FaultScope } from "../faultScope.ts";
import { kindOnlySchema } from "../kindOnlySchema.ts";

export interface ClosedFault extends FaultScope {
  readonly kind: "closed";
}

/** The true reply; then the connection is closed, although it was to be kept alive. */
export const closed = faultKind<ClosedFault>(kindOnlySchema("closed"), () => ({
  reply: (honest) => ({ ...honest, delivery: { how: "thenClosed" } }),
}));
