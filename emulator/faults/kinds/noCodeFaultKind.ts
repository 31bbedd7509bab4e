import { FAULT_REQUEST_ID, jsonReply } from "../errorReply.ts";
import { defineFaultKind } from "../FaultKind.ts";
import { kindOnlySchema } from "../faultSchemas.ts";
import type { FaultScope } from "../faultScope.ts";

export interface NoCodeFault extends FaultScope {
  readonly kind: "noCode";
}

/** 500, JSON that names no Code. */
export const noCodeFaultKind = defineFaultKind<NoCodeFault>(kindOnlySchema("noCode"), () => ({
  reply: () => jsonReply(500, { RequestId: FAULT_REQUEST_ID, Message: "The request processing has failed." }),
}));
