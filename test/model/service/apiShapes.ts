import type { Wire, WireObject } from "./wire.ts";

/** What a reply tells beside its rows. */
interface PageFacts {
  readonly list: Wire | undefined;
  readonly total: Wire;
  readonly number: number;
  readonly size: number;
  readonly count: number;
  /** What the request says of the instance and the task. */
  readonly echo: WireObject;
}

/** How one action is called, and how it replies: from the documents. */
export interface ApiShape {
  readonly action: string;
  /** The wrapper of the rows. */
  readonly rows: string;
  /** The parameter of the page number, and the first number; undefined: everything comes at once. */
  readonly paging: { readonly number: string; readonly first: number } | undefined;
  /** Parameters by which a row is picked by one of its fields. */
  readonly filters: Readonly<Record<string, string>>;
  readonly envelope: (page: PageFacts) => WireObject;
  /** The reply to a page number that does not exist. */
  readonly refusal: { readonly status: number; readonly body: WireObject };
}

const RequestId = "11111111-2222-3333-4444-555555555555";

const rdsRefusal = {
  status: 400,
  body: { RequestId, Code: "InvalidPageNumbers.Malformed", Message: "The specified page number is not valid." },
};

function dbsRefusal(parameter: string) {
  const ErrMessage = `The specified ${parameter} is not valid.`;
  return { status: 200, body: { RequestId, Success: false, ErrCode: "InvalidParameter", ErrMessage } };
}

function items({ list }: PageFacts): WireObject {
  return list === undefined ? {} : { Items: list };
}

export const apiShapes = {
  backup: {
    action: "DescribeBackups",
    rows: "Backup",
    paging: { number: "PageNumber", first: 1 },
    filters: {
      BackupId: "BackupId",
      BackupStatus: "BackupStatus",
      BackupMode: "BackupMode",
      BackupType: "BackupType",
    },
    envelope: (page) => ({
      RequestId,
      ...items(page),
      TotalRecordCount: page.total,
      PageNumber: page.number,
      PageRecordCount: page.count,
    }),
    refusal: rdsRefusal,
  },
  migrateTask: {
    action: "DescribeMigrateTasks",
    rows: "MigrateTask",
    paging: { number: "PageNumber", first: 1 },
    filters: {},
    envelope: (page) => ({
      RequestId,
      ...page.echo,
      ...items(page),
      TotalRecordCount: page.total,
      PageNumber: page.number,
      PageRecordCount: page.count,
    }),
    refusal: rdsRefusal,
  },
  ossDownload: {
    action: "DescribeOssDownloads",
    rows: "OssDownload",
    paging: undefined,
    filters: {},
    envelope: (page) => ({ RequestId, ...page.echo, ...items(page) }),
    refusal: rdsRefusal,
  },
  downloadTask: {
    action: "DescribeDownloadTask",
    rows: "List",
    paging: { number: "CurrentPage", first: 1 },
    filters: { State: "DownloadStatus", BackupSetId: "BakSetId" },
    envelope: ({ list, total, number, size }) => ({
      RequestId,
      Success: "true",
      Code: "Success",
      ErrCode: "Success",
      Data: {
        ...(list === undefined ? {} : { Content: list }),
        TotalElements: total,
        PageNumber: number,
        PageSize: size,
        Extra: "",
      },
    }),
    refusal: dbsRefusal("CurrentPage"),
  },
  backupSetDownloadTask: {
    action: "DescribeBackupSetDownloadTaskList",
    rows: "BackupSetDownloadTaskDetail",
    paging: { number: "PageNum", first: 0 },
    filters: { BackupSetDownloadTaskId: "BackupSetDownloadTaskId" },
    envelope: (page) => ({
      RequestId,
      Success: true,
      HttpStatusCode: 200,
      ...items(page),
      TotalElements: page.total,
      PageNum: page.number,
      PageSize: page.size,
    }),
    refusal: dbsRefusal("PageNum"),
  },
} as const satisfies Readonly<Record<string, ApiShape>>;
