"""An Automation API program with the generated Python SDK. test/languages/README.md says what it is for."""

import json
import os
import sys

import pulumi
import pulumi_alicloud_backups as backups
from pulumi import automation
from pulumi_alicloud_backups import dbs, rds

DB_INSTANCE_ID = "rm-bp1shop0healthy01"


def program() -> None:
    endpoint = os.environ["RDS_ENDPOINT"]
    provider = backups.Provider(
        "explicit",
        region="cn-hangzhou",
        access_key=os.environ["ALICLOUD_ACCESS_KEY"],
        secret_key=os.environ["ALICLOUD_SECRET_KEY"],
        endpoints=backups.EndpointsArgs(rds=endpoint, dbs=endpoint),
    )
    latest = rds.get_latest_backup_output(db_instance_id=DB_INSTANCE_ID, max_age=os.environ.get("LOOKUP_MAX_AGE"))
    verdict = rds.get_backup_readiness_output(
        db_instance_ids=[DB_INSTANCE_ID],
        max_age="26h",
        min_count=3,
        opts=pulumi.InvokeOutputOptions(provider=provider),
    )
    tasks = dbs.get_download_tasks_output(
        db_instance_id="rm-bp1bill00export01", opts=pulumi.InvokeOutputOptions(provider=provider)
    )
    # Links age with the backups: one that has expired must not be what stops the program.
    links = rds.get_backup_download_output(
        db_instance_id=DB_INSTANCE_ID, backup_id=latest.backup_id, min_validity="0s"
    )
    gate = rds.BackupGate("fresh-backup", db_instance_id=DB_INSTANCE_ID, max_age="26h", deny_destroy=True)
    pulumi.Stash(
        "migration", input=f"release {os.environ['RELEASE']}", opts=pulumi.ResourceOptions(depends_on=[gate])
    )

    pulumi.export("latestBackupId", latest.backup_id)
    pulumi.export("gateBackupId", gate.backup_id)
    pulumi.export("verdict", verdict.verdict)
    pulumi.export("downloadTasks", tasks.ids.apply(len))
    pulumi.export("link", links.backup_download_url)


def main() -> None:
    stack = automation.create_or_select_stack(
        stack_name="test", project_name="languages", program=program, work_dir=os.getcwd()
    )
    order = sys.argv[1]
    lines: list[str] = []
    outputs: dict[str, object] = {}
    try:
        if order == "preview":
            stack.preview(color="never", on_output=lines.append)
        elif order == "up":
            up = stack.up(color="never", on_output=lines.append)
            outputs = {name: "secret" if output.secret else output.value for name, output in up.outputs.items()}
        else:
            stack.destroy(color="never", on_output=lines.append)
        succeeded = True
    except automation.CommandError as error:
        lines.append(str(error))
        succeeded = False
    print(json.dumps({"succeeded": succeeded, "output": "\n".join(lines), "outputs": outputs}))


main()
