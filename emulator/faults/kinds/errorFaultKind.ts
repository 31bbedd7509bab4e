import { z } from "zod";
import { errorReply } from "../errorReply.ts";
import { defineFaultKind } from "../FaultKind.ts";
import { headersSchema, statusSchema } from "../faultSchemas.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface ErrorFault extends FaultScope {
  readonly kind: "error";
  readonly status: number;
  readonly code: string;
  readonly message?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Any error in Alibaba's form. */
export const errorFaultKind = defineFaultKind<ErrorFault>(
  z.strictObject({
    ...faultScopeShape,
    kind: z.literal("error"),
    status: statusSchema,
    code: z.string(),
    message: z.string().optional(),
    headers: headersSchema.optional(),
  }),
  ({ status, code, message = "An error that was injected into the emulator.", headers }) => ({
    reply: () => errorReply(status, code, message, headers),
  }),
);
