import type { FaultKind } from "./FaultKind.ts";
import type { Fault } from "./fault.ts";
import { clockSkewRefusalFaultKind } from "./kinds/clockSkewRefusalFaultKind.ts";
import { closedAfterReplyFaultKind } from "./kinds/closedAfterReplyFaultKind.ts";
import { compressedFaultKind } from "./kinds/compressedFaultKind.ts";
import { deepNestingFaultKind } from "./kinds/deepNestingFaultKind.ts";
import { delayFaultKind } from "./kinds/delayFaultKind.ts";
import { dripFaultKind } from "./kinds/dripFaultKind.ts";
import { editFaultKind } from "./kinds/editFaultKind.ts";
import { emptyBodyFaultKind } from "./kinds/emptyBodyFaultKind.ts";
import { errorFaultKind } from "./kinds/errorFaultKind.ts";
import { htmlFaultKind } from "./kinds/htmlFaultKind.ts";
import { internalErrorFaultKind } from "./kinds/internalErrorFaultKind.ts";
import { interruptionFaultKind } from "./kinds/interruptionFaultKind.ts";
import { noCodeFaultKind } from "./kinds/noCodeFaultKind.ts";
import { oddEncodingFaultKind } from "./kinds/oddEncodingFaultKind.ts";
import { paddedFaultKind } from "./kinds/paddedFaultKind.ts";
import { pageFaultKind } from "./kinds/pageFaultKind.ts";
import { redirectFaultKind } from "./kinds/redirectFaultKind.ts";
import { replyFaultKind } from "./kinds/replyFaultKind.ts";
import { rewriteFaultKind } from "./kinds/rewriteFaultKind.ts";
import { rewriteTextFaultKind } from "./kinds/rewriteTextFaultKind.ts";
import { signatureMismatchFaultKind } from "./kinds/signatureMismatchFaultKind.ts";
import { throttleFaultKind } from "./kinds/throttleFaultKind.ts";
import { truncatedFaultKind } from "./kinds/truncatedFaultKind.ts";
import { wrongLengthFaultKind } from "./kinds/wrongLengthFaultKind.ts";
import { xmlErrorFaultKind } from "./kinds/xmlErrorFaultKind.ts";
import { xmlFaultKind } from "./kinds/xmlFaultKind.ts";

type FaultKinds = { readonly [F in Fault as F["kind"]]: FaultKind<F> };

/** Every kind of fault, by its name. */
export const faultKinds: FaultKinds = {
  bom: oddEncodingFaultKind,
  brotli: compressedFaultKind,
  clockSkew: clockSkewRefusalFaultKind,
  closed: closedAfterReplyFaultKind,
  delay: delayFaultKind,
  drip: dripFaultKind,
  edit: editFaultKind,
  empty: emptyBodyFaultKind,
  error: errorFaultKind,
  gzip: compressedFaultKind,
  html: htmlFaultKind,
  internalError: internalErrorFaultKind,
  invalidUtf8: oddEncodingFaultKind,
  nested: deepNestingFaultKind,
  noCode: noCodeFaultKind,
  padded: paddedFaultKind,
  page: pageFaultKind,
  redirect: redirectFaultKind,
  reply: replyFaultKind,
  reset: interruptionFaultKind,
  rewrite: rewriteFaultKind,
  rewriteText: rewriteTextFaultKind,
  signatureMismatch: signatureMismatchFaultKind,
  stall: interruptionFaultKind,
  throttle: throttleFaultKind,
  truncated: truncatedFaultKind,
  unavailable: htmlFaultKind,
  wrongLength: wrongLengthFaultKind,
  xml: xmlFaultKind,
  xmlError: xmlErrorFaultKind,
};
