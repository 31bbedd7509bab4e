import { FAULT_REQUEST_ID, jsonReply } from "../errorReply.ts";
import { faultKind } from "../FaultKind.ts";
import type { FaultScope } from "../faultScope.ts";
import { kindOnlySchema } from "../kindOnlySchema.ts";

export interface NoCodeFault extends FaultScope {
  readonly kind: "noCode";
}

/** 500, JSON that names no Code. */
export const noCode = faultKind<NoCodeFault>(kindOnlySchema("noCode"), () => ({
  reply: () => jsonReply(500, { RequestId: FAULT_REQUEST_ID, Message: "The request processing has failed." }),
}));
