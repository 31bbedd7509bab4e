import { z } from "zod";
import { defineFaultKind } from "../FaultKind.ts";
import { headersSchema, statusSchema } from "../faultSchemas.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";
import { JSON_TYPE } from "../reply.ts";

export interface ReplyFault extends FaultScope {
  readonly kind: "reply";
  readonly status: number;
  /** Default: those of JSON. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body: string | Uint8Array;
}

/** Anything. */
export const replyFaultKind = defineFaultKind<ReplyFault>(
  z.strictObject({
    ...faultScopeShape,
    kind: z.literal("reply"),
    status: statusSchema,
    headers: headersSchema.optional(),
    body: z.union([z.string(), z.instanceof(Uint8Array)]),
  }),
  ({ status, headers = { "content-type": JSON_TYPE }, body }) => ({ reply: () => ({ status, headers, body }) }),
);
