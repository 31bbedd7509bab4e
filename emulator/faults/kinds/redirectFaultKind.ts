import { z } from "zod";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface RedirectFault extends FaultScope {
  readonly kind: "redirect";
  readonly location: string;
}

/** 302 to another place. */
export const redirectFaultKind = defineFaultKind<RedirectFault>(
  z.strictObject({ ...faultScopeShape, kind: z.literal("redirect"), location: z.string() }),
  ({ location }) => ({ reply: () => ({ status: 302, headers: { location }, body: "" }) }),
);
