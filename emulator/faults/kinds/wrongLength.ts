import { faultKind } from "../FaultKind.ts";
import type { FaultScope } from "../faultScope.ts";
import { kindOnlySchema } from "../kindOnlySchema.ts";

export interface WrongLengthFault extends FaultScope {
  readonly kind: "wrongLength";
}

/** A Content-Length that promises more than comes before the connection is closed. */
export const wrongLength = faultKind<WrongLengthFault>(kindOnlySchema("wrongLength"), () => ({
  reply: (honest) => ({ ...honest, delivery: { how: "short" } }),
}));
