import { errorReply } from "../errorReply.ts";
import { faultKind } from "../FaultKind.ts";
import type { FaultScope } from "../faultScope.ts";
import { kindOnlySchema } from "../kindOnlySchema.ts";

export interface SignatureMismatchFault extends FaultScope {
  readonly kind: "signatureMismatch";
}

/** 400 SignatureDoesNotMatch; the message repeats the string that the service signed, key and token in it. */
export const signatureMismatch = faultKind<SignatureMismatchFault>(kindOnlySchema("signatureMismatch"), () => ({
  reply: (_, { signature }) =>
    errorReply(
      400,
      "SignatureDoesNotMatch",
      `Specified signature is not matched with our calculation. server string to sign is:${signature.text}`,
    ),
}));
