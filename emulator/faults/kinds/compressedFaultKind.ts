import { brotliCompressSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";
import type { Delivery } from "../reply.ts";

export interface CompressedFault extends FaultScope {
  readonly kind: "gzip" | "brotli";
  /** It cannot be unpacked. */
  readonly broken?: boolean | undefined;
  /** After half of it the connection is reset, or closed in an orderly way. */
  readonly cut?: "reset" | "end" | undefined;
}

const deliveries = { reset: { how: "resetMidBody" }, end: { how: "short" } } as const satisfies Record<
  string,
  Delivery
>;

/** The true reply compressed, whether the request accepts that or not. */
export const compressedFaultKind = defineFaultKind<CompressedFault>(
  z.strictObject({
    ...faultScopeShape,
    kind: z.enum(["gzip", "brotli"]),
    broken: z.boolean().optional(),
    cut: z.enum(["reset", "end"]).optional(),
  }),
  ({ kind, broken = false, cut }) => ({
    reply: (honest) => {
      const body = kind === "gzip" ? gzipSync(honest.body) : brotliCompressSync(honest.body);
      if (broken) body.fill(0, 0, 10); // its header
      const encoding = kind === "gzip" ? "gzip" : "br";
      const reply = { ...honest, headers: { ...honest.headers, "content-encoding": encoding }, body };
      return cut === undefined ? reply : { ...reply, delivery: deliveries[cut] };
    },
  }),
);
