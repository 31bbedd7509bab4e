import { z } from "zod";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";

export interface RedirectFault extends FaultScope {
  readonly kind: "redirect";
  readonly location: string;
}

/** 302 to another place. */
export const redirect = faultKind<RedirectFault>(
  z.strictObject({ ...scopeShape, kind: z.literal("redirect"), location: z.string() }),
  ({ location }) => ({ reply: () => ({ status: 302, headers: { location }, body: "" }) }),
);
