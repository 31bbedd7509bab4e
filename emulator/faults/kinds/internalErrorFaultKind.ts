import { errorReply } from "../errorReply.ts";
import { defineFaultKind } from "../FaultKind.ts";
import { kindAndScopeSchema } from "../faultSchemas.ts";
import type { FaultScope } from "../faultScope.ts";

export interface InternalErrorFault extends FaultScope {
  readonly kind: "internalError";
}

/** 500 InternalError. */
export const internalErrorFaultKind = defineFaultKind<InternalErrorFault>(kindAndScopeSchema("internalError"), () => ({
  reply: () => errorReply(500, "InternalError", "The request processing has failed due to some unknown error."),
}));
