import { defineFaultKind } from "../FaultKind.ts";
import { kindOnlySchema } from "../faultSchemas.ts";
import type { FaultScope } from "../faultScope.ts";

export interface WrongLengthFault extends FaultScope {
  readonly kind: "wrongLength";
}

/** A Content-Length that promises more than comes before the connection is closed. */
export const wrongLengthFaultKind = defineFaultKind<WrongLengthFault>(kindOnlySchema("wrongLength"), () => ({
  reply: (honest) => ({ ...honest, delivery: { how: "short" } }),
}));
