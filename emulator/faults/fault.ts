import type { BlankPaddingFault } from "./kinds/blankPaddingFaultKind.ts";
import type { BomOrInvalidUtf8Fault } from "./kinds/bomOrInvalidUtf8FaultKind.ts";
import type { ClockSkewRefusalFault } from "./kinds/clockSkewRefusalFaultKind.ts";
import type { ClosedAfterReplyFault } from "./kinds/closedAfterReplyFaultKind.ts";
import type { CompressedFault } from "./kinds/compressedFaultKind.ts";
import type { DeepNestingFault } from "./kinds/deepNestingFaultKind.ts";
import type { DelayFault } from "./kinds/delayFaultKind.ts";
import type { DripFault } from "./kinds/dripFaultKind.ts";
import type { EditFault } from "./kinds/editFaultKind.ts";
import type { EmptyBodyFault } from "./kinds/emptyBodyFaultKind.ts";
import type { ErrorFault } from "./kinds/errorFaultKind.ts";
import type { ErrorWithoutCodeFault } from "./kinds/errorWithoutCodeFaultKind.ts";
import type { HtmlFault } from "./kinds/htmlFaultKind.ts";
import type { InternalErrorFault } from "./kinds/internalErrorFaultKind.ts";
import type { OverstatedContentLengthFault } from "./kinds/overstatedContentLengthFaultKind.ts";
import type { PageChangeFault } from "./kinds/pageChangeFaultKind.ts";
import type { RedirectFault } from "./kinds/redirectFaultKind.ts";
import type { ReplyAsXmlFault } from "./kinds/replyAsXmlFaultKind.ts";
import type { ReplyFault } from "./kinds/replyFaultKind.ts";
import type { ResetOrStallFault } from "./kinds/resetOrStallFaultKind.ts";
import type { RewriteFault } from "./kinds/rewriteFaultKind.ts";
import type { RewriteTextFault } from "./kinds/rewriteTextFaultKind.ts";
import type { SignatureMismatchFault } from "./kinds/signatureMismatchFaultKind.ts";
import type { ThrottleFault } from "./kinds/throttleFaultKind.ts";
import type { TruncatedJsonFault } from "./kinds/truncatedJsonFaultKind.ts";
import type { XmlErrorFault } from "./kinds/xmlErrorFaultKind.ts";

/** What goes wrong, and with which requests. What each kind does stands with it, in `kinds/`. */
export type Fault =
  | ResetOrStallFault
  | BomOrInvalidUtf8Fault
  | ClockSkewRefusalFault
  | ClosedAfterReplyFault
  | CompressedFault
  | DelayFault
  | DripFault
  | EditFault
  | EmptyBodyFault
  | ErrorFault
  | HtmlFault
  | InternalErrorFault
  | DeepNestingFault
  | ErrorWithoutCodeFault
  | BlankPaddingFault
  | PageChangeFault
  | RedirectFault
  | ReplyFault
  | RewriteFault
  | RewriteTextFault
  | SignatureMismatchFault
  | ThrottleFault
  | TruncatedJsonFault
  | OverstatedContentLengthFault
  | XmlErrorFault
  | ReplyAsXmlFault;
