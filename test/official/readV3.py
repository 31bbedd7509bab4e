"""Reads lists with Alibaba's newer Python clients, which sign by ACS3-HMAC-SHA256, and prints the rows of each as JSON."""

import json
import sys

from alibabacloud_dbs20190306.client import Client as Dbs2019
from alibabacloud_dbs20190306 import models as dbs2019
from alibabacloud_dbs20210101.client import Client as Dbs2021
from alibabacloud_dbs20210101 import models as dbs2021
from alibabacloud_rds20140815.client import Client as Rds
from alibabacloud_rds20140815 import models as rds
from alibabacloud_tea_openapi.models import Config
from read_lists import print_lists

host, jobs = sys.argv[1], json.loads(sys.argv[2])


def config(job):
    return Config(
        access_key_id=job["accessKey"],
        access_key_secret=job["secretKey"],
        security_token=job.get("securityToken"),
        endpoint=host,
        protocol="http",
        region_id="cn-hangzhou",
    )


def backups(job, index):
    request = rds.DescribeBackupsRequest(
        dbinstance_id=job["subject"], start_time="2000-01-01T00:00Z", page_size=30, page_number=1 + index
    )
    body = Rds(config(job)).describe_backups(request).body
    return body.items.backup, int(body.total_record_count)


def migrate_tasks(job, index):
    start, end = job["more"]
    request = rds.DescribeMigrateTasksRequest(
        dbinstance_id=job["subject"], start_time=start, end_time=end, page_size=30, page_number=1 + index
    )
    body = Rds(config(job)).describe_migrate_tasks(request).body
    return body.items.migrate_task, body.total_record_count


def oss_downloads(job, _index):
    request = rds.DescribeOssDownloadsRequest(dbinstance_id=job["subject"], migrate_task_id=job["more"][0])
    rows = Rds(config(job)).describe_oss_downloads(request).body.items.oss_download
    return rows, len(rows)


def download_tasks(job, index):
    request = dbs2021.DescribeDownloadTaskRequest(
        region_code="cn-hangzhou", instance_name=job["subject"], current_page=str(1 + index)
    )
    data = Dbs2021(config(job)).describe_download_task(request).body.data
    return data.content.list, data.total_elements


def backup_set_downloads(job, index):
    request = dbs2019.DescribeBackupSetDownloadTaskListRequest(backup_plan_id=job["subject"], page_size=30, page_num=index)
    body = Dbs2019(config(job)).describe_backup_set_download_task_list(request).body
    return body.items.backup_set_download_task_detail, body.total_elements


read_page = {
    "DescribeBackups": backups,
    "DescribeMigrateTasks": migrate_tasks,
    "DescribeOssDownloads": oss_downloads,
    "DescribeDownloadTask": download_tasks,
    "DescribeBackupSetDownloadTaskList": backup_set_downloads,
}



print_lists(jobs, read_page, as_dict=lambda row: row.to_map())
