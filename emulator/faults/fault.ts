import type { ClockSkewFault } from "./kinds/clockSkewFaultKind.ts";
import type { ClosedFault } from "./kinds/closedFaultKind.ts";
import type { CompressedFault } from "./kinds/compressedFaultKind.ts";
import type { DelayFault } from "./kinds/delayFaultKind.ts";
import type { DripFault } from "./kinds/dripFaultKind.ts";
import type { EditFault } from "./kinds/editFaultKind.ts";
import type { EmptyFault } from "./kinds/emptyFaultKind.ts";
import type { ErrorFault } from "./kinds/errorFaultKind.ts";
import type { HtmlFault } from "./kinds/htmlFaultKind.ts";
import type { InternalErrorFault } from "./kinds/internalErrorFaultKind.ts";
import type { InterruptionFault } from "./kinds/interruptionFaultKind.ts";
import type { NestedFault } from "./kinds/nestedFaultKind.ts";
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
  | ClockSkewFault
  | ClosedFault
  | CompressedFault
  | DelayFault
  | DripFault
  | EditFault
  | EmptyFault
  | ErrorFault
  | HtmlFault
  | InternalErrorFault
  | NestedFault
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
