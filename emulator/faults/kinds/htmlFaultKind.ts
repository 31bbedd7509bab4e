import { z } from "zod";
import { defineFaultKind } from "../FaultKind.ts";
import { statusSchema } from "../faultSchemas.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface HtmlFault extends FaultScope {
  /** `html` is what a captive portal or a proxy sends with 200, `unavailable` a gateway's error. */
  readonly kind: "html" | "unavailable";
  /** Default: 200 of `html`, 503 of `unavailable`. */
  readonly status?: number | undefined;
}

const PAGE =
  "<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body><center><h1>503</h1></center></body>\r\n</html>";

/** A page of HTML. */
export const htmlFaultKind = defineFaultKind<HtmlFault>(
  z.strictObject({ ...faultScopeShape, kind: z.enum(["html", "unavailable"]), status: statusSchema.optional() }),
  ({ kind, status = kind === "html" ? 200 : 503 }) => ({
    reply: () => ({ status, headers: { "content-type": "text/html" }, body: PAGE }),
  }),
);
