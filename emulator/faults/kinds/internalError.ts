import { errorReply } from "../errorReply.ts";
import { faultKind } from "../FaultKind.ts";
import type { FaultScope } from "../faultScope.ts";
import { kindOnlySchema } from "../kindOnlySchema.ts";

export interface InternalErrorFault extends FaultScope {
  readonly kind: "internalError";
}

/** 500 InternalError. */
export const internalError = faultKind<InternalErrorFault>(kindOnlySchema("internalError"), () => ({
  reply: () => errorReply(500, "InternalError", "The request processing has failed due to some unknown error."),
}));
