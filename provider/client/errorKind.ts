import type { ServiceErrorKind } from "../core/errors/ServiceError.ts";

/** Codes as the five operations and the RPC gateway document them. The status alone tells nothing: throttling is a 400. */
const KINDS: ReadonlyArray<readonly [ServiceErrorKind, RegExp]> = [
  ["throttled", /^(Throttling(\..+)?|Rejected\.Throttling)$/],
  ["clock", /^(InvalidTimeStamp\.(Expired|Format)|IllegalTimestamp)$/],
  [
    "server",
    /^(ServiceUnavailable.*|InternalError|InternalFailure|DBS\.InternalError|SignatureNonceUsed|ExternalFailure|RequestMetaDataFailed|InvokeProxyFailure)$/,
  ],
  [
    "credentials",
    /^(InvalidAccessKeyId\..+|SignatureDoesNotMatch|IncompleteSignature|MissingSecurityToken|InvalidSecurityToken\..+|SecurityToken\.Expired)$/,
  ],
  [
    "notFound",
    /^(InvalidDBInstance(Name|Id)?\.NotFound|InvalidBackupId\.NotFound|Forbidden\.InstanceNotFound|DBS\.NotExists|DBS\.DownloadTask\.CannotFind|InvalidMigrateTask|InvalidJobId|Request\.NotFound|Param\.NotFound)$/,
  ],
  [
    "permission",
    /^(Forbidden(\..+)?|Forbedden\..+|NoPermission|ActionUnauthorized|NotInFlowController|Request\.Forbidden|DBS\.NoPermissionException|InvalidUserOperatorPermission)$/,
  ],
];

const EXPIRED = /SecurityToken\.?Expired/;

/** Whether a refusal says that a temporary key has ended. */
export function tellsExpiry({
  code = "",
  what,
}: {
  readonly code?: string | undefined;
  readonly what: string;
}): boolean {
  return EXPIRED.test(code) || EXPIRED.test(what);
}

/** The kind of a refusal, by its code. The status decides only for a code that is not in the table. */
export function errorKind(code: string, status: number | undefined, message: string): ServiceErrorKind {
  // An expired STS token also comes as an InvalidParameter that names it in the text.
  if (EXPIRED.test(message)) return "credentials";
  const match = KINDS.find(([, pattern]) => pattern.test(code));
  if (match) return match[0];
  // A wrong page size and an instance in the wrong state come as 403, which is not about permission.
  if (/^(Invalid|Incorrect|Missing|Unsupported)/.test(code)) return "request";
  if (status === 429) return "throttled";
  if (status === 401 || status === 403) return "permission";
  return status !== undefined && status >= 500 ? "server" : "request";
}
