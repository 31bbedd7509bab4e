import { z } from "zod";
import { writeXml } from "../../service/writeXml.ts";
import { FAULT_REQUEST_ID } from "../errorReply.ts";
import { defineFaultKind } from "../FaultKind.ts";
import { statusSchema } from "../faultSchemas.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";
import { XML_TYPE } from "../reply.ts";

export interface XmlErrorFault extends FaultScope {
  readonly kind: "xmlError";
  /** Default: 400. */
  readonly status?: number | undefined;
  /** Default: ServiceUnavailable. */
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

const MESSAGE = "The request has failed due to a temporary failure of the server.";

/** An error in XML, although the request's Format is JSON. */
export const xmlErrorFaultKind = defineFaultKind<XmlErrorFault>(
  z.strictObject({
    ...faultScopeShape,
    kind: z.literal("xmlError"),
    status: statusSchema.optional(),
    code: z.string().optional(),
    message: z.string().optional(),
  }),
  ({ status = 400, code: Code = "ServiceUnavailable", message: Message = MESSAGE }) => ({
    reply: () => ({
      status,
      headers: { "content-type": XML_TYPE },
      body: writeXml("Error", { RequestId: FAULT_REQUEST_ID, HostId: "emulator", Code, Message }),
    }),
  }),
);
