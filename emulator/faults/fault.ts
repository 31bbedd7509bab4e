import type { ClockSkewFault } from "./kinds/clockSkew.ts";
import type { ClosedFault } from "./kinds/closed.ts";
import type { CompressedFault } from "./kinds/compressed.ts";
import type { DelayFault } from "./kinds/delay.ts";
import type { DripFault } from "./kinds/drip.ts";
import type { EditFault } from "./kinds/edit.ts";
import type { EmptyFault } from "./kinds/empty.ts";
import type { ErrorFault } from "./kinds/error.ts";
import type { HtmlFault } from "./kinds/html.ts";
import type { InternalErrorFault } from "./kinds/internalError.ts";
import type { InterruptionFault } from "./kinds/interruption.ts";
import type { NestedFault } from "./kinds/nested.ts";
import type { NoCodeFault } from "./kinds/noCode.ts";
import type { OddEncodingFault } from "./kinds/oddEncoding.ts";
import type { PaddedFault } from "./kinds/padded.ts";
import type { PageFault } from "./kinds/page.ts";
import type { RedirectFault } from "./kinds/redirect.ts";
import type { ReplyFault } from "./kinds/reply.ts";
import type { RewriteFault } from "./kinds/rewrite.ts";
import type { RewriteTextFault } from "./kinds/rewriteText.ts";
import type { SignatureMismatchFault } from "./kinds/signatureMismatch.ts";
import type { ThrottleFault } from "./kinds/throttle.ts";
import type { TruncatedFault } from "./kinds/truncated.ts";
import type { WrongLengthFault } from "./kinds/wrongLength.ts";
import type { XmlFault } from "./kinds/xml.ts";
import type { XmlErrorFault } from "./kinds/xmlError.ts";

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
