import { defineFaultKind } from "../FaultKind.ts";
import { kindAndScopeSchema } from "../faultSchemas.ts";
import type { FaultScope } from "../faultScope.ts";

export interface OverstatedContentLengthFault extends FaultScope {
  readonly kind: "wrongLength";
}

/** A Content-Length that promises more than comes before the connection is closed. */
export const overstatedContentLengthFaultKind = defineFaultKind<OverstatedContentLengthFault>(
  kindAndScopeSchema("wrongLength"),
  () => ({
    reply: (honest) => ({ ...honest, delivery: { how: "short" } }),
  }),
);
