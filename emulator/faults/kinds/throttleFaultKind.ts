import { z } from "zod";
import { errorReply } from "../errorReply.ts";
import { defineFaultKind } from "../FaultKind.ts";
import { statusSchema } from "../faultSchemas.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface ThrottleFault extends FaultScope {
  readonly kind: "throttle";
  /** Default: 400. */
  readonly status?: number | undefined;
  /** Default: Throttling.User. */
  readonly code?: string | undefined;
  /** `x-acs-retry-after`, in milliseconds. Default: the header is not sent. */
  readonly retryAfter?: string | number | undefined;
  /** The standard's `Retry-After`, in seconds or a date. Default: the header is not sent. */
  readonly httpRetryAfter?: string | number | undefined;
}

const pause = z.union([z.string(), z.number()]).optional();

/** Too many requests. */
export const throttleFaultKind = defineFaultKind<ThrottleFault>(
  z.strictObject({
    ...faultScopeShape,
    kind: z.literal("throttle"),
    status: statusSchema.optional(),
    code: z.string().optional(),
    retryAfter: pause,
    httpRetryAfter: pause,
  }),
  ({ status = 400, code = "Throttling.User", retryAfter, httpRetryAfter }) => ({
    reply: () =>
      errorReply(status, code, "Request was denied due to user flow control.", {
        ...(retryAfter !== undefined && { "x-acs-retry-after": String(retryAfter) }),
        ...(httpRetryAfter !== undefined && { "retry-after": String(httpRetryAfter) }),
      }),
  }),
);
