import { z } from "zod";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface BomOrInvalidUtf8Fault extends FaultScope {
  /** `bom`: a byte order mark before the JSON. `invalidUtf8`: a byte that is no UTF-8 in its first text. */
  readonly kind: "bom" | "invalidUtf8";
}

/** The true reply, oddly encoded. */
export const bomOrInvalidUtf8FaultKind = defineFaultKind<BomOrInvalidUtf8Fault>(
  z.strictObject({ ...faultScopeShape, kind: z.enum(["bom", "invalidUtf8"]) }),
  ({ kind }) => ({
    reply: (honest) => {
      const body = Buffer.from(honest.body);
      if (kind === "bom") return { ...honest, body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]) };
      const text = body.indexOf('":"') + '":"'.length;
      return { ...honest, body: Buffer.concat([body.subarray(0, text), Buffer.from([0xff]), body.subarray(text)]) };
    },
  }),
);
