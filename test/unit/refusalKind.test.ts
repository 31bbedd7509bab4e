import { expect, test } from "vitest";
import { refusalKind } from "../../provider/client/refusalKind.ts";
import type { CallErrorKind } from "../../provider/core/errors/CallError.ts";
import { operations } from "../../provider/operations/index.ts";

test.each([
  ["Throttling", 400, "throttled"],
  ["Throttling.User", 400, "throttled"],
  ["Throttling.Api", 429, "throttled"],
  ["Rejected.Throttling", 400, "throttled"],
  ["ServiceUnavailable", 503, "server"],
  ["ServiceUnavailableTemporary", 503, "server"],
  ["InternalError", 500, "server"],
  ["InternalFailure", 500, "server"],
  ["SignatureNonceUsed", 400, "server"],
  ["InvalidTimeStamp.Expired", 400, "clock"],
  ["IllegalTimestamp", 400, "clock"],
  ["InvalidAccessKeyId.NotFound", 404, "credentials"],
  ["InvalidAccessKeyId.Inactive", 403, "credentials"],
  ["SignatureDoesNotMatch", 400, "credentials"],
  ["IncompleteSignature", 400, "credentials"],
  ["MissingSecurityToken", 400, "credentials"],
  ["InvalidSecurityToken.Expired", 400, "credentials"],
  ["InvalidSecurityToken.MismatchWithAccessKey", 400, "credentials"],
  ["Forbidden.RAM", 403, "permission"],
  ["Forbidden.RAM", 400, "permission"],
  ["NoPermission", 403, "permission"],
  ["Forbidden", 403, "permission"],
  ["Forbidden.RiskControl", 403, "permission"],
  ["Forbedden.NotSupportRAM", 403, "permission"],
  ["ActionUnauthorized", 403, "permission"],
  ["InvalidApi.NotFound", 404, "request"],
  ["InvalidProduct.NotFound", 404, "request"],
  ["MissingParameter", 400, "request"],
  ["InvalidStartTime.Format", 400, "request"],
  ["InvalidParameterCombination", 400, "request"],
  // Refusals of DescribeBackups that are documented with 403 and have nothing to do with permissions.
  ["InvalidMaxRecordsPerPage.Malformed", 403, "request"],
  ["IncorrectDBInstanceState", 403, "instanceState"],
  ["InvalidInstanceState", 403, "instanceState"],
  ["OperationDenied.DBInstanceStatus", 403, "instanceState"],
  ["OperationDenied.DBInstanceType", 403, "request"],
  ["SomethingNew", 500, "server"],
  ["SomethingNew", 429, "throttled"],
  ["SomethingNew", 403, "permission"],
  ["SomethingNew", 404, "request"],
  ["SomethingNew", 400, "request"],
  ["SomethingNew", undefined, "request"],
])("%s with HTTP %s means: %s", (code, status, kind) => expect(refusalKind({ code, status, message: "" })).toBe(kind));

test("an expired token may be named in the message alone", () => {
  expect(
    refusalKind({ code: "InvalidParameter", status: 400, message: "The security token: SecurityToken.Expired" }),
  ).toBe("credentials");
});

const rds = ["DescribeBackups", "DescribeMigrateTasks", "DescribeOssDownloads"];
const dbs = ["DescribeDownloadTask", "DescribeBackupSetDownloadTaskList"];

/** Which operations document a code, and what it means there. */
const documented: readonly (readonly [string, number, CallErrorKind, readonly string[]])[] = [
  ["ExternalFailure", 500, "server", rds],
  ["RequestMetaDataFailed", 500, "server", rds],
  ["InvokeProxyFailure", 500, "server", rds],
  ["NotInFlowController", 403, "permission", rds],
  ["InvalidUserOperatorPermission", 403, "permission", rds],
  ["InvalidDBInstanceName.NotFound", 404, "notFound", rds],
  ["InvalidDBInstance.NotFound", 404, "notFound", rds],
  ["InvalidDBInstanceId.NotFound", 400, "notFound", rds],
  ["Request.NotFound", 404, "notFound", rds],
  ["InvalidBackupId.NotFound", 404, "notFound", ["DescribeBackups"]],
  ["InvalidMigrateTask", 400, "notFound", ["DescribeMigrateTasks", "DescribeOssDownloads"]],
  ["Forbidden.InstanceNotFound", 404, "notFound", [...rds, ...dbs]],
  ["Forbidden.InstanceNotFound", 200, "notFound", [...rds, ...dbs]],
  ["DBS.InternalError", 200, "server", dbs],
  ["Request.Forbidden", 403, "permission", dbs],
  ["DBS.NoPermissionException", 403, "permission", dbs],
  ["DBS.NotExists", 404, "notFound", dbs],
  ["InvalidJobId", 404, "notFound", dbs],
  ["Param.NotFound", 200, "notFound", dbs],
  ["DBS.DownloadTask.CannotFind", 200, "notFound", ["DescribeDownloadTask"]],
];

test.each(documented)(
  "%s with HTTP %s means: %s, to the operations that document it",
  (code, status, kind, actions) => {
    const documenting = operations.filter(({ api }) => actions.includes(api.action));
    expect(documenting).toHaveLength(actions.length);
    for (const { api } of documenting) {
      expect(refusalKind({ code, status, message: "" }, api.errorCodes), api.action).toBe(kind);
    }
  },
);
