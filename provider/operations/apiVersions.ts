import { apiVersionActionMaker } from "../core/apiAction.ts";

/** ApsaraDB RDS. */
export const defineRds2014Action = apiVersionActionMaker({
  product: "Rds",
  version: "2014-08-15",
  reference: "ApsaraDB for RDS",
  errors: {
    notFound: [
      "InvalidDBInstance.NotFound",
      "InvalidDBInstanceName.NotFound",
      "InvalidDBInstanceId.NotFound",
      "Forbidden.InstanceNotFound",
      "Request.NotFound",
    ],
    permission: ["NotInFlowController", "InvalidUserOperatorPermission"],
    server: ["ExternalFailure", "RequestMetaDataFailed", "InvokeProxyFailure"],
  },
});

const dbsErrors = {
  notFound: ["DBS.NotExists", "Forbidden.InstanceNotFound", "InvalidJobId", "Param.NotFound"],
  permission: ["Request.Forbidden", "DBS.NoPermissionException"],
  server: ["DBS.InternalError"],
};

/** Database Backup, the older interface: pages count from 0, and a link that does not exist is a word. */
export const defineDbs2019Action = apiVersionActionMaker({
  product: "Dbs",
  version: "2019-03-06",
  reference: "Database Backup",
  noneTexts: ["无"],
  errors: dbsErrors,
});

/** Database Backup, the newer interface. */
export const defineDbs2021Action = apiVersionActionMaker({
  product: "Dbs",
  version: "2021-01-01",
  reference: "Database Backup",
  errors: dbsErrors,
});
