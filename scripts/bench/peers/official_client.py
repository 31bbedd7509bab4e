"""Reads lists with Alibaba's own Python client, one page after another. Argument: the port of the service."""

import json
import sys

from alibabacloud_rds20140815.client import Client
from alibabacloud_rds20140815.models import DescribeBackupsRequest
from alibabacloud_tea_openapi.models import Config

client = Client(
    Config(
        access_key_id="benchmark",
        access_key_secret="not-a-secret",
        endpoint=f"127.0.0.1:{sys.argv[1]}",
        protocol="http",
        region_id="cn-hangzhou",
    )
)


def read_list(instance):
    rows = []
    while True:
        request = DescribeBackupsRequest(
            dbinstance_id=instance,
            start_time="2000-01-01T00:00Z",
            page_size=100,
            page_number=1 + len(rows) // 100,
        )
        body = client.describe_backups(request).body
        rows += body.items.backup
        if len(rows) >= int(body.total_record_count) or not body.items.backup:
            return rows


for line in sys.stdin:
    rows = sum(len(read_list(instance)) for instance in json.loads(line)["instances"])
    print(json.dumps({"rows": rows}), flush=True)
