"""Reads all backups of an instance with Alibaba's own Python client, and prints the rows as JSON."""

import json
import sys

from aliyunsdkcore.client import AcsClient
from aliyunsdkrds.request.v20140815.DescribeBackupsRequest import DescribeBackupsRequest

host, access_key, secret_key, instance, method = sys.argv[1:]
client = AcsClient(access_key, secret_key, "cn-hangzhou")
rows = []
page = 1
while True:
    request = DescribeBackupsRequest()
    request.set_endpoint(host)
    request.set_protocol_type("http")
    request.set_method(method)
    request.set_DBInstanceId(instance)
    request.set_BackupStatus("Success")
    request.set_StartTime("2000-01-01T00:00Z")
    request.set_PageSize(30)
    request.set_PageNumber(page)
    reply = json.loads(client.do_action_with_exception(request))
    rows += reply["Items"]["Backup"]
    if len(rows) >= reply["TotalRecordCount"] or not reply["Items"]["Backup"]:
        break
    page += 1
print(json.dumps(rows))
