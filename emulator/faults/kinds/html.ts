import { z } from "zod";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";
import { statusSchema } from "../kindOnlySchema.ts";

export interface HtmlFault extends FaultScope {
  /** `html` is what a captive portal or a proxy sends with 200, `unavailable` a gateway's error. */
  readonly kind: "html" | "unavailable";
  /** Default: 200 of `html`, 503 of `unavailable`. */
  readonly status?: number | undefined;
}

const PAGE =
  "<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body><center><h1>503</h1></center></body>\r\n</html>";

/** A page of HTML. */
export const html = faultKind<HtmlFault>(
  z.strictObject({ ...scopeShape, kind: z.enum(["html", "unavailable"]), status: statusSchema.optional() }),
  ({ kind, status = kind === "html" ? 200 : 503 }) => ({
    reply: () => ({ status, headers: { "content-type": "text/html" }, body: PAGE }),
  }),
);
