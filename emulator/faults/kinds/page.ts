import { z } from "zod";
import type { PageChange } from "../../service/PageChange.ts";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";

export interface PageFault extends FaultScope, PageChange {
  readonly kind: "page";
}

/** Another page than the one that was asked for. */
export const page = faultKind<PageFault>(
  z.strictObject({
    ...scopeShape,
    kind: z.literal("page"),
    instead: z.int().min(1).optional(),
    shift: z.int().optional(),
    size: z.int().min(1).optional(),
    rows: z.int().min(0).optional(),
    total: z.int().min(0).optional(),
  }),
  ({ instead, shift, size, rows, total }) => ({ page: { instead, shift, size, rows, total } }),
);
