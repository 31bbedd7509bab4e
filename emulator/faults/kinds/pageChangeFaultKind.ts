import { z } from "zod";
import type { PageChange } from "../../service/PageChange.ts";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface PageChangeFault extends FaultScope, PageChange {
  readonly kind: "page";
}

/** Another page than the one that was asked for. */
export const pageChangeFaultKind = defineFaultKind<PageChangeFault>(
  z.strictObject({
    ...faultScopeShape,
    kind: z.literal("page"),
    instead: z.int().min(1).optional(),
    shift: z.int().optional(),
    size: z.int().min(1).optional(),
    rows: z.int().min(0).optional(),
    total: z.int().min(0).optional(),
  }),
  ({ instead, shift, size, rows, total }) => ({ page: { instead, shift, size, rows, total } }),
);
