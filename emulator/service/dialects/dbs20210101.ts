import { Refusal } from "../Refusal.ts";
import type { ApiVersionDialect } from "./ApiVersionDialect.ts";

/** Database Backup, the newer interface: all scalars of a request are text, times are milliseconds. */
export const dbs20210101: ApiVersionDialect = {
  product: "Dbs",
  version: "2021-01-01",
  hostId: "dbs-api.cn-hangzhou.aliyuncs.com",
  plumbing: ["RegionId", "OrderColumn"],
  ordering: "OrderDirect",
  readTime: (text) => (/^\d{13}$/.test(text) ? Number(text) : undefined),
  malformed: {
    pageNumber: "InvalidParameter",
    pageSize: "InvalidParameter",
    start: "InvalidParameter",
    end: "InvalidParameter",
  },
  envelope: ({ page, size, total }) => ({
    Success: "true",
    Code: "Success",
    ErrCode: "Success",
    Data: { PageNumber: page, PageSize: size, TotalPages: Math.ceil(total / size) },
  }),
  empty: "wrapper",
  unknownSubject: (subject) => new Refusal("Forbidden.InstanceNotFound", `The instance ${subject} is not found.`),
  noSubject: () => new Refusal("DBS.InternalError", "instanceName can not be empty"),
  dataSource: "DatasourceId",
  denial: "Request.Forbidden",
  errorBody: ({ code, message }) => ({
    Success: "false",
    Code: code,
    ErrCode: code,
    Message: message,
    ErrMessage: message,
  }),
};
