"""Reads all tasks or files of an instance or plan with Alibaba's own Python clients, and prints the rows as JSON."""

import json
import sys

from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.request import CommonRequest
from aliyunsdkdbs.request.v20190306.DescribeBackupSetDownloadTaskListRequest import (
    DescribeBackupSetDownloadTaskListRequest,
)
from aliyunsdkrds.request.v20140815.DescribeMigrateTasksRequest import DescribeMigrateTasksRequest
from aliyunsdkrds.request.v20140815.DescribeOssDownloadsRequest import DescribeOssDownloadsRequest

host, access_key, secret_key, action, subject, *more = sys.argv[1:]
client = AcsClient(access_key, secret_key, "cn-hangzhou")


def send(request):
    request.set_endpoint(host)
    request.set_protocol_type("http")
    return json.loads(client.do_action_with_exception(request))


def migrate_tasks(index):
    request = DescribeMigrateTasksRequest()
    request.set_DBInstanceId(subject)
    request.set_StartTime(more[0])
    request.set_EndTime(more[1])
    request.set_PageSize(30)
    request.set_PageNumber(1 + index)
    reply = send(request)
    return reply["Items"]["MigrateTask"], reply["TotalRecordCount"]


def oss_downloads(_index):
    request = DescribeOssDownloadsRequest()
    request.set_DBInstanceId(subject)
    request.set_MigrateTaskId(more[0])
    rows = send(request)["Items"]["OssDownload"]
    return rows, len(rows)


def backup_set_downloads(index):
    request = DescribeBackupSetDownloadTaskListRequest()
    request.set_BackupPlanId(subject)
    request.set_PageSize(30)
    request.set_PageNum(index)
    reply = send(request)
    return reply["Items"]["BackupSetDownloadTaskDetail"], reply["TotalElements"]


def download_tasks(index):
    """No Python package has this one: it goes through the request of the core package that names no operation."""
    request = CommonRequest(domain=host, version="2021-01-01", action_name="DescribeDownloadTask", product="Dbs")
    request.set_method("POST")
    for name, value in {"RegionCode": "cn-hangzhou", "InstanceName": subject, "CurrentPage": 1 + index}.items():
        request.add_query_param(name, value)
    data = send(request)["Data"]
    return data["Content"]["List"], data["TotalElements"]


read_page = {
    "DescribeMigrateTasks": migrate_tasks,
    "DescribeOssDownloads": oss_downloads,
    "DescribeDownloadTask": download_tasks,
    "DescribeBackupSetDownloadTaskList": backup_set_downloads,
}[action]
rows = []
index = 0
while True:
    page, total = read_page(index)
    rows += page
    if len(rows) >= total or not page:
        break
    index += 1
print(json.dumps(rows))
