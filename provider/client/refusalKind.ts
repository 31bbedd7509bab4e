import type { ErrorCodes } from "../core/apiAction.ts";
import type { CallErrorKind } from "../core/errors/CallError.ts";
import { callErrorKinds } from "../core/errors/CallError.ts";

interface Refusal {
  readonly code: string;
  readonly status: number | undefined;
  readonly message: string;
}

/** Codes of the RPC gateway, whatever the product. The status alone tells nothing: throttling is a 400. */
const GATEWAY_CODES: ReadonlyArray<readonly [CallErrorKind, RegExp]> = [
  ["throttled", /^(Throttling(\..+)?|Rejected\.Throttling)$/],
  ["clock", /^(InvalidTimeStamp\.(Expired|Format)|IllegalTimestamp)$/],
  ["server", /^(ServiceUnavailable.*|InternalError|InternalFailure|SignatureNonceUsed)$/],
  [
    "credentials",
    /^(InvalidAccessKeyId\..+|SignatureDoesNotMatch|IncompleteSignature|MissingSecurityToken|InvalidSecurityToken\..+|SecurityToken\.Expired)$/,
  ],
  ["instanceState", /^(OperationDenied\.\w*(Status|State)|IncorrectDBInstanceState|Invalid(DB)?InstanceStat(e|us))$/],
  ["permission", /^(Forbidden(\..+)?|Forbedden\..+|NoPermission|ActionUnauthorized)$/],
];

const EXPIRED = /SecurityToken\.?Expired/;

/** Whether a refusal says that a temporary key has ended. */
export function saysKeyExpired({
  code = "",
  what,
}: {
  readonly code?: string | undefined;
  readonly what: string;
}): boolean {
  return EXPIRED.test(code) || EXPIRED.test(what);
}

/**
 * The kind of a refusal, by its code: those of the operation and its product come first. The status decides only for a
 * code that nobody documents.
 */
export function refusalKind(refusal: Refusal, ownCodes: readonly ErrorCodes[] = []): CallErrorKind {
  const { code, status, message } = refusal;
  // An expired STS token also comes as an InvalidParameter that names it in the text.
  if (EXPIRED.test(message)) return "credentials";
  const own = callErrorKinds.find((kind) => ownCodes.some((codes) => codes[kind]?.includes(code)));
  const gateway = GATEWAY_CODES.find(([, pattern]) => pattern.test(code))?.[0];
  const documented = own ?? gateway;
  if (documented) return documented;
  // A wrong page size and an instance in the wrong state come as 403, which is not about permission.
  if (/^(Invalid|Incorrect|Missing|Unsupported|OperationDenied)/.test(code)) return "request";
  if (status === 429) return "throttled";
  if (status === 401 || status === 403) return "permission";
  return status !== undefined && status >= 500 ? "server" : "request";
}
