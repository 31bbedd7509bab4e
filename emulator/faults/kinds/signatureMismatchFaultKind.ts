import { errorReply } from "../errorReply.ts";
import { defineFaultKind } from "../FaultKind.ts";
import { kindAndScopeSchema } from "../faultSchemas.ts";
import type { FaultScope } from "../faultScope.ts";

export interface SignatureMismatchFault extends FaultScope {
  readonly kind: "signatureMismatch";
}

/** 400 SignatureDoesNotMatch; the message repeats the string that the service signed, key and token in it. */
export const signatureMismatchFaultKind = defineFaultKind<SignatureMismatchFault>(
  kindAndScopeSchema("signatureMismatch"),
  () => ({
    reply: (_, { signature }) =>
      errorReply(
        400,
        "SignatureDoesNotMatch",
        `Specified signature is not matched with our calculation. server string to sign is:${signature.text}`,
      ),
  }),
);
