import type { ClockSkewRefusalFault } from "./kinds/clockSkewRefusalFaultKind.ts";
import type { ClosedAfterReplyFault } from "./kinds/closedAfterReplyFaultKind.ts";
import type { CompressedFault } from "./kinds/compressedFaultKind.ts";
import type { DeepNestingFault } from "./kinds/deepNestingFaultKind.ts";
import type { DelayFault } from "./kinds/delayFaultKind.ts";
import type { DripFault } from "./kinds/dripFaultKind.ts";
import type { EditFault } from "./kinds/editFaultKind.ts";
import type { EmptyBodyFault } from "./kinds/emptyBodyFaultKind.ts";
import type { ErrorFault } from "./kinds/errorFaultKind.ts";
import type { HtmlFault } from "./kinds/htmlFaultKind.ts";
import type { InternalErrorFault } from "./kinds/internalErrorFaultKind.ts";
import type { InterruptionFault } from "./kinds/interruptionFaultKind.ts";
import type { NoCodeFault } from "./kinds/noCodeFaultKind.ts";
import type { OddEncodingFault } from "./kinds/oddEncodingFaultKind.ts";
import type { PaddedFault } from "./kinds/paddedFaultKind.ts";
import type { PageFault } from "./kinds/pageFaultKind.ts";
import type { RedirectFault } from "./kinds/redirectFaultKind.ts";
import type { ReplyFault } from "./kinds/replyFaultKind.ts";
import type { RewriteFault } from "./kinds/rewriteFaultKind.ts";
import type { RewriteTextFault } from "./kinds/rewriteTextFaultKind.ts";
import type { SignatureMismatchFault } from "./kinds/signatureMismatchFaultKind.ts";
import type { ThrottleFault } from "./kinds/throttleFaultKind.ts";
import type { TruncatedFault } from "./kinds/truncatedFaultKind.ts";
import type { WrongLengthFault } from "./kinds/wrongLengthFaultKind.ts";
import type { XmlErrorFault } from "./kinds/xmlErrorFaultKind.ts";
import type { XmlFault } from "./kinds/xmlFaultKind.ts";

/** What goes wrong, and with which requests. What each kind does stands with it, in `kinds/`. */
export type Fault =
  | InterruptionFault
  | OddEncodingFault
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
  | NoCodeFault
  | PaddedFault
  | PageFault
  | RedirectFault
  | ReplyFault
  | RewriteFault
  | RewriteTextFault
  | SignatureMismatchFault
  | ThrottleFault
  | TruncatedFault
  | WrongLengthFault
  | XmlErrorFault
  | XmlFault;
