import type { FaultKind } from "./FaultKind.ts";
import type { Fault } from "./fault.ts";
import { clockSkew } from "./kinds/clockSkew.ts";
import { closed } from "./kinds/closed.ts";
import { compressed } from "./kinds/compressed.ts";
import { delay } from "./kinds/delay.ts";
import { drip } from "./kinds/drip.ts";
import { edit } from "./kinds/edit.ts";
import { empty } from "./kinds/empty.ts";
import { error } from "./kinds/error.ts";
import { html } from "./kinds/html.ts";
import { internalError } from "./kinds/internalError.ts";
import { interruption } from "./kinds/interruption.ts";
import { nested } from "./kinds/nested.ts";
import { noCode } from "./kinds/noCode.ts";
import { oddEncoding } from "./kinds/oddEncoding.ts";
import { padded } from "./kinds/padded.ts";
import { page } from "./kinds/page.ts";
import { redirect } from "./kinds/redirect.ts";
import { reply } from "./kinds/reply.ts";
import { rewrite } from "./kinds/rewrite.ts";
import { rewriteText } from "./kinds/rewriteText.ts";
import { signatureMismatch } from "./kinds/signatureMismatch.ts";
import { throttle } from "./kinds/throttle.ts";
import { truncated } from "./kinds/truncated.ts";
import { wrongLength } from "./kinds/wrongLength.ts";
import { xml } from "./kinds/xml.ts";
import { xmlError } from "./kinds/xmlError.ts";

type FaultKinds = { readonly [F in Fault as F["kind"]]: FaultKind<F> };

/** Every kind of fault, by its name. */
export const faultKinds: FaultKinds = {
  bom: oddEncoding,
  brotli: compressed,
  clockSkew,
  closed,
  delay,
  drip,
  edit,
  empty,
  error,
  gzip: compressed,
  html,
  internalError,
  invalidUtf8: oddEncoding,
  nested,
  noCode,
  padded,
  page,
  redirect,
  reply,
  reset: interruption,
  rewrite,
  rewriteText,
  signatureMismatch,
  stall: interruption,
  throttle,
  truncated,
  unavailable: html,
  wrongLength,
  xml,
  xmlError,
};
