import type { JsonObject } from "../../../provider/core/json.ts";
import { Refusal } from "../Refusal.ts";
import type { ApiVersionDialect, ReplyPaging } from "./ApiVersionDialect.ts";

/** ApsaraDB RDS. */
export const rds20140815: ApiVersionDialect = {
  product: "Rds",
  version: "2014-08-15",
  hostId: "rds.aliyuncs.com",
  plumbing: ["RegionId", "OwnerId", "OwnerAccount", "ResourceOwnerId", "ResourceOwnerAccount"],
  readTime: (text) => {
    const at = /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(text) ? Date.parse(text) : Number.NaN;
    // Date.parse takes 30 February for 2 March.
    return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text.slice(0, 16)) ? undefined : at;
  },
  timesRequired: ["DescribeMigrateTasks"],
  malformed: {
    pageNumber: "InvalidPageNumbers.Malformed",
    pageSize: "InvalidMaxRecordsPerPage.Malformed",
    start: "InvalidStartTime.Format",
    end: "InvalidEndTime.Format",
  },
  envelope: (page) => ({
    ...echo(page),
    ...(page.operation.api.paging && { PageNumber: page.page, PageRecordCount: page.rowCount }),
  }),
  empty: "wrapper",
  unknownSubject: (subject) =>
    new Refusal("InvalidDBInstanceName.NotFound", `The specified DB instance name ${subject} does not exist.`),
};

/** Whose rows these are is repeated beside the list where the rows do not say it themselves. */
function echo({ operation, parameters }: ReplyPaging): JsonObject {
  const silent = operation.question.subject
    .map((name) => operation.parameters[name])
    .filter((parameter) => parameter?.mustMatch === undefined);
  return Object.fromEntries(
    silent.flatMap((parameter) => (parameter ? [[parameter.wire, parameters.get(parameter.wire) ?? ""]] : [])),
  );
}
