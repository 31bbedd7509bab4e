import { z } from "zod";
import { writeXml } from "../../service/writeXml.ts";
import { defineFaultKind } from "../FaultKind.ts";
import { kindAndScopeSchema } from "../faultSchemas.ts";
import type { FaultScope } from "../faultScope.ts";
import { XML_TYPE } from "../reply.ts";

export interface ReplyAsXmlFault extends FaultScope {
  readonly kind: "xml";
}

/** The true reply in XML, although the request's Format is JSON. */
export const replyAsXmlFaultKind = defineFaultKind<ReplyAsXmlFault>(kindAndScopeSchema("xml"), () => ({
  reply: (honest, { action }) => ({
    ...honest,
    headers: { ...honest.headers, "content-type": XML_TYPE },
    body: writeXml(`${action}Response`, z.json().parse(JSON.parse(Buffer.from(honest.body).toString()))),
  }),
}));
