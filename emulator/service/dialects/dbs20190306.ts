import { Refusal } from "../Refusal.ts";
import type { ApiVersionDialect } from "./ApiVersionDialect.ts";

/** Database Backup, the older interface: pages count from 0, and errors have an `ErrCode` but no `Code`. */
export const dbs20190306: ApiVersionDialect = {
  product: "Dbs",
  version: "2019-03-06",
  hostId: "dbs-api.cn-hangzhou.aliyuncs.com",
  plumbing: ["RegionId", "OwnerId", "ClientToken"],
  readTime: (text) => (/^\d{13}$/.test(text) ? Number(text) : undefined),
  malformed: {
    pageNumber: "InvalidParameter",
    pageSize: "InvalidParameter",
    start: "InvalidParameter",
    end: "InvalidParameter",
  },
  envelope: ({ page, size, total }) => ({
    Success: true,
    HttpStatusCode: 200,
    PageNum: page,
    PageSize: size,
    TotalPages: Math.ceil(total / size),
  }),
  empty: "text",
  unknownSubject: (subject) => new Refusal("Param.NotFound", `The specified parameter ${subject} value is not valid.`),
  noSubject: () => new Refusal("Param.NotFound", "The specified parameter BackupPlanId value is not valid."),
  denial: "DBS.NoPermissionException",
  errorBody: ({ code, message, status }) => ({
    Success: false,
    ErrCode: code,
    ErrMessage: message,
    HttpStatusCode: status,
  }),
};
