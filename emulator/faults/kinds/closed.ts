import { faultKind } from "../FaultKind.ts";
import type { FaultScope } from "../faultScope.ts";
import { plainSchema } from "./shapes.ts";

export interface ClosedFault extends FaultScope {
  readonly kind: "closed";
}

/** The true reply; then the connection is closed, although it was to be kept alive. */
export const closed = faultKind<ClosedFault>(plainSchema("closed"), () => ({
  reply: (honest) => ({ ...honest, delivery: { how: "thenClosed" } }),
}));
