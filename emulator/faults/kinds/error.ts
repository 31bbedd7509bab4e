import { z } from "zod";
import { errorReply } from "../errorReply.ts";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";
import { headersSchema, statusSchema } from "../kindOnlySchema.ts";

export interface ErrorFault extends FaultScope {
  readonly kind: "error";
  readonly status: number;
  readonly code: string;
  readonly message?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Any error in Alibaba's form. */
export const error = faultKind<ErrorFault>(
  z.strictObject({
    ...scopeShape,
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
