import type { FaultKind } from "./FaultKind.ts";
import type { Fault } from "./fault.ts";
import { blankPaddingFaultKind } from "./kinds/blankPaddingFaultKind.ts";
import { bomOrInvalidUtf8FaultKind } from "./kinds/bomOrInvalidUtf8FaultKind.ts";
import { clockSkewRefusalFaultKind } from "./kinds/clockSkewRefusalFaultKind.ts";
import { closedAfterReplyFaultKind } from "./kinds/closedAfterReplyFaultKind.ts";
import { compressedFaultKind } from "./kinds/compressedFaultKind.ts";
import { deepNestingFaultKind } from "./kinds/deepNestingFaultKind.ts";
import { delayFaultKind } from "./kinds/delayFaultKind.ts";
import { dripFaultKind } from "./kinds/dripFaultKind.ts";
import { editFaultKind } from "./kinds/editFaultKind.ts";
import { emptyBodyFaultKind } from "./kinds/emptyBodyFaultKind.ts";
import { errorFaultKind } from "./kinds/errorFaultKind.ts";
import { errorWithoutCodeFaultKind } from "./kinds/errorWithoutCodeFaultKind.ts";
import { htmlFaultKind } from "./kinds/htmlFaultKind.ts";
import { internalErrorFaultKind } from "./kinds/internalErrorFaultKind.ts";
import { overstatedContentLengthFaultKind } from "./kinds/overstatedContentLengthFaultKind.ts";
import { pageChangeFaultKind } from "./kinds/pageChangeFaultKind.ts";
import { redirectFaultKind } from "./kinds/redirectFaultKind.ts";
import { replyAsXmlFaultKind } from "./kinds/replyAsXmlFaultKind.ts";
import { replyFaultKind } from "./kinds/replyFaultKind.ts";
import { resetOrStallFaultKind } from "./kinds/resetOrStallFaultKind.ts";
import { rewriteFaultKind } from "./kinds/rewriteFaultKind.ts";
import { rewriteTextFaultKind } from "./kinds/rewriteTextFaultKind.ts";
import { signatureMismatchFaultKind } from "./kinds/signatureMismatchFaultKind.ts";
import { throttleFaultKind } from "./kinds/throttleFaultKind.ts";
import { truncatedJsonFaultKind } from "./kinds/truncatedJsonFaultKind.ts";
import { xmlErrorFaultKind } from "./kinds/xmlErrorFaultKind.ts";

type FaultKinds = { readonly [F in Fault as F["kind"]]: FaultKind<F> };

/** Every kind of fault, by its name. */
export const faultKinds: FaultKinds = {
  bom: bomOrInvalidUtf8FaultKind,
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
  invalidUtf8: bomOrInvalidUtf8FaultKind,
  nested: deepNestingFaultKind,
  noCode: errorWithoutCodeFaultKind,
  padded: blankPaddingFaultKind,
  page: pageChangeFaultKind,
  redirect: redirectFaultKind,
  reply: replyFaultKind,
  reset: resetOrStallFaultKind,
  rewrite: rewriteFaultKind,
  rewriteText: rewriteTextFaultKind,
  signatureMismatch: signatureMismatchFaultKind,
  stall: resetOrStallFaultKind,
  throttle: throttleFaultKind,
  truncated: truncatedJsonFaultKind,
  unavailable: htmlFaultKind,
  wrongLength: overstatedContentLengthFaultKind,
  xml: replyAsXmlFaultKind,
  xmlError: xmlErrorFaultKind,
};
