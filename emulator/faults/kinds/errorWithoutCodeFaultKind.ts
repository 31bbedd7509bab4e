import { FAULT_REQUEST_ID, jsonReply } from "../errorReply.ts";
import { defineFaultKind } from "../FaultKind.ts";
import { kindAndScopeSchema } from "../faultSchemas.ts";
import type { FaultScope } from "../faultScope.ts";

export interface ErrorWithoutCodeFault extends FaultScope {
  readonly kind: "noCode";
}

/** 500, JSON that names no Code. */
export const errorWithoutCodeFaultKind = defineFaultKind<ErrorWithoutCodeFault>(kindAndScopeSchema("noCode"), () => ({
  reply: () => jsonReply(500, { RequestId: FAULT_REQUEST_ID, Message: "The request processing has failed." }),
}));
