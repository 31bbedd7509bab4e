import { faultKind } from "../FaultKind.ts";
import type { FaultScope } from "../faultScope.ts";
import { plainSchema } from "./shapes.ts";

export interface WrongLengthFault extends FaultScope {
  readonly kind: "wrongLength";
}

/** A Content-Length that promises more than comes before the connection is closed. */
export const wrongLength = faultKind<WrongLengthFault>(plainSchema("wrongLength"), () => ({
  reply: (honest) => ({ ...honest, delivery: { how: "short" } }),
}));
