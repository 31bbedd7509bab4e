import { z } from "zod";
import { errorReply } from "../errorReply.ts";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface ClockSkewRefusalFault extends FaultScope {
  readonly kind: "clockSkew";
  /** By how much the service's clock is ahead of the request's Timestamp. `null`: the reply tells no time. */
  readonly ms: number | null;
}

/** 400 InvalidTimeStamp.Expired, and a Date header that tells the service's time. */
export const clockSkewRefusalFaultKind = defineFaultKind<ClockSkewRefusalFault>(
  z.strictObject({ ...faultScopeShape, kind: z.literal("clockSkew"), ms: z.int().nullable() }),
  ({ ms }) => ({
    reply: (_, { signature }) =>
      errorReply(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.", {
        date: ms === null ? undefined : new Date(Date.parse(signature.timestamp) + ms).toUTCString(),
      }),
  }),
);
