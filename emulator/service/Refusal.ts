import type { JsonObject } from "../../provider/core/json.ts";

/** Every refusal of the emulated service, with its HTTP status. DBS sends its own with 200: see its dialects. */
const statuses = {
  // Authentication
  "InvalidAccessKeyId.NotFound": 404,
  IncompleteSignature: 400,
  SignatureDoesNotMatch: 400,
  SignatureNonceUsed: 400,
  "InvalidTimeStamp.Expired": 400,
  "InvalidTimeStamp.Format": 400,
  MissingSecurityToken: 400,
  "InvalidSecurityToken.MismatchWithAccessKey": 400,
  "InvalidSecurityToken.Expired": 400,
  "Forbidden.RAM": 403,
  "Request.Forbidden": 403,
  "DBS.NoPermissionException": 403,
  // Operation and parameters
  "InvalidAction.NotFound": 404,
  InvalidVersion: 400,
  UnsupportedHTTPMethod: 403,
  UnsupportedParameter: 400,
  InvalidParameter: 400,
  "InvalidPageNumbers.Malformed": 400,
  "InvalidMaxRecordsPerPage.Malformed": 403,
  "InvalidStartTime.Format": 400,
  "InvalidEndTime.Format": 400,
  InvalidParameterCombination: 400,
  // The instance or plan
  "InvalidDBInstanceName.NotFound": 404,
  "Forbidden.InstanceNotFound": 200,
  "Param.NotFound": 200,
  "DBS.InternalError": 200,
} as const;

export type RefusalCode = keyof typeof statuses | `Missing${string}`;

interface RefusalOptions {
  /** Default: the one that is documented for the code. */
  readonly status?: number | undefined;
  readonly details?: JsonObject;
}

const statusOf = new Map<string, number>(Object.entries(statuses));

/** The service answers with an error. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly status: number;
  /** More keys of the error's body. */
  readonly details: JsonObject;

  constructor(code: RefusalCode, message: string, { status, details = {} }: RefusalOptions = {}) {
    super(message);
    this.code = code;
    this.status = status ?? statusOf.get(code) ?? 400;
    this.details = details;
  }
}
