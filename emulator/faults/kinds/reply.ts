import { z } from "zod";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";
import { headersSchema, statusSchema } from "../kindOnlySchema.ts";
import { JSON_TYPE } from "../reply.ts";

export interface ReplyFault extends FaultScope {
  readonly kind: "reply";
  readonly status: number;
  /** Default: those of JSON. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body: string | Uint8Array;
}

/** Anything. */
export const reply = faultKind<ReplyFault>(
  z.strictObject({
    ...scopeShape,
    kind: z.literal("reply"),
    status: statusSchema,
    headers: headersSchema.optional(),
    body: z.union([z.string(), z.instanceof(Uint8Array)]),
  }),
  ({ status, headers = { "content-type": JSON_TYPE }, body }) => ({ reply: () => ({ status, headers, body }) }),
);
