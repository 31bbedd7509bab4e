/** Every parameter of a request, by action: copied from the documents and the official SDK models, never from our definitions. */
export const knownParameters: Readonly<Record<string, readonly string[]>> = {
  DescribeBackups: [
    "DBInstanceId",
    "BackupId",
    "BackupStatus",
    "BackupMode",
    "StartTime",
    "EndTime",
    "PageSize",
    "PageNumber",
    // newer models
    "BackupType",
    "BackupLocation",
    "ResourceGroupId",
  ],
  DescribeMigrateTasks: ["DBInstanceId", "StartTime", "EndTime", "PageSize", "PageNumber", "ResourceGroupId"],
  DescribeOssDownloads: ["DBInstanceId", "MigrateTaskId", "ResourceGroupId"],
  DescribeDownloadTask: [
    "RegionCode",
    "InstanceName",
    "DatasourceId",
    "BackupSetId",
    "State",
    "TaskType",
    "StartTime",
    "EndTime",
    "PageSize",
    "CurrentPage",
    "OrderDirect",
    "OrderColumn",
    "ClusterName",
  ],
  DescribeBackupSetDownloadTaskList: [
    "BackupPlanId",
    "BackupSetDownloadTaskId",
    "PageSize",
    "PageNum",
    "RegionId",
    "ClientToken",
  ],
};

/** Parameters that no program needs to set: they order rows or serve the gateway. */
export const plumbing: readonly string[] = ["OrderDirect", "OrderColumn", "RegionId", "ClientToken"];
