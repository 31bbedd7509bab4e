"""Reads lists with Alibaba's older Python clients, which sign by HMAC-SHA1, and prints the rows of each as JSON."""

import json
import sys

from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.request import CommonRequest
from aliyunsdkdbs.request.v20190306.DescribeBackupSetDownloadTaskListRequest import (
    DescribeBackupSetDownloadTaskListRequest,
)
from aliyunsdkrds.request.v20140815.DescribeBackupsRequest import DescribeBackupsRequest
from aliyunsdkrds.request.v20140815.DescribeMigrateTasksRequest import DescribeMigrateTasksRequest
from aliyunsdkrds.request.v20140815.DescribeOssDownloadsRequest import DescribeOssDownloadsRequest
from read_lists import print_lists

host, jobs = sys.argv[1], json.loads(sys.argv[2])


def send(job, request):
    client = AcsClient(job["accessKey"], job["secretKey"], "cn-hangzhou")
    request.set_endpoint(host)
    request.set_protocol_type("http")
    request.set_method(job["method"])
    return json.loads(client.do_action_with_exception(request))


def backups(job, index):
    request = DescribeBackupsRequest()
    request.set_DBInstanceId(job["subject"])
    request.set_StartTime("2000-01-01T00:00Z")
    request.set_PageSize(30)
    request.set_PageNumber(1 + index)
    reply = send(job, request)
    return reply["Items"]["Backup"], reply["TotalRecordCount"]


def migrate_tasks(job, index):
    request = DescribeMigrateTasksRequest()
    request.set_DBInstanceId(job["subject"])
    request.set_StartTime(job["more"][0])
    request.set_EndTime(job["more"][1])
    request.set_PageSize(30)
    request.set_PageNumber(1 + index)
    reply = send(job, request)
    return reply["Items"]["MigrateTask"], reply["TotalRecordCount"]


def oss_downloads(job, _index):
    request = DescribeOssDownloadsRequest()
    request.set_DBInstanceId(job["subject"])
    request.set_MigrateTaskId(job["more"][0])
    rows = send(job, request)["Items"]["OssDownload"]
    return rows, len(rows)


def backup_set_downloads(job, index):
    request = DescribeBackupSetDownloadTaskListRequest()
    request.set_BackupPlanId(job["subject"])
    request.set_PageSize(30)
    request.set_PageNum(index)
    reply = send(job, request)
    return reply["Items"]["BackupSetDownloadTaskDetail"], reply["TotalElements"]


def download_tasks(job, index):
    """No Python package has this one: it goes through the request of the core package that names no operation."""
    request = CommonRequest(domain=host, version="2021-01-01", action_name="DescribeDownloadTask", product="Dbs")
    for name, value in {"RegionCode": "cn-hangzhou", "InstanceName": job["subject"], "CurrentPage": 1 + index}.items():
        request.add_query_param(name, value)
    data = send(job, request)["Data"]
    return data["Content"]["List"], data["TotalElements"]


read_page = {
    "DescribeBackups": backups,
    "DescribeMigrateTasks": migrate_tasks,
    "DescribeOssDownloads": oss_downloads,
    "DescribeDownloadTask": download_tasks,
    "DescribeBackupSetDownloadTaskList": backup_set_downloads,
}


print_lists(jobs, read_page)
