/** An Automation API program with the generated Node.js SDK. test/languages/README.md says what it is for. */
import * as pulumi from "@pulumi/pulumi";
import * as automation from "@pulumi/pulumi/automation/index.js";
import * as backups from "pulumi-alicloud-backups";

const dbInstanceId = "rm-bp1shop0healthy01";

function program(): Promise<Record<string, unknown>> {
  const endpoint = process.env.RDS_ENDPOINT;
  const provider = new backups.Provider("explicit", {
    region: "cn-hangzhou",
    accessKey: process.env.ALICLOUD_ACCESS_KEY,
    secretKey: process.env.ALICLOUD_SECRET_KEY,
    endpoints: { rds: endpoint, dbs: endpoint },
  });
  const latest = backups.rds.getLatestBackupOutput({ dbInstanceId, maxAge: process.env.LOOKUP_MAX_AGE });
  const verdict = backups.rds.getBackupReadinessOutput(
    { dbInstanceIds: [dbInstanceId], maxAge: "26h", minCount: 3 },
    { provider },
  );
  const tasks = backups.dbs.getDownloadTasksOutput({ dbInstanceId: "rm-bp1bill00export01" }, { provider });
  // Links age with the backups: one that has expired must not be what stops the program.
  const question = { dbInstanceId, backupId: latest.backupId, minValidity: "0s" };
  const links = backups.rds.getBackupDownloadOutput(question);
  const gate = new backups.rds.BackupGate("fresh-backup", { dbInstanceId, maxAge: "26h", denyDestroy: true });
  new pulumi.Stash("migration", { input: `release ${process.env.RELEASE}` }, { dependsOn: gate });

  return Promise.resolve({
    latestBackupId: latest.backupId,
    gateBackupId: gate.backupId,
    verdict: verdict.verdict,
    downloadTasks: tasks.ids.apply((ids) => ids.length),
    link: links.backupDownloadUrl,
  });
}

const order = process.argv[2];
const stack = await automation.LocalWorkspace.createOrSelectStack(
  { stackName: "test", projectName: "languages", program },
  { workDir: process.cwd() },
);
const lines: string[] = [];
const options = { color: "never" as const, onOutput: (line: string) => lines.push(line) };
const outputs: Record<string, unknown> = {};
let succeeded = true;
try {
  if (order === "preview") await stack.preview(options);
  else if (order === "destroy") await stack.destroy(options);
  else {
    const up = await stack.up(options);
    for (const [name, { secret, value }] of Object.entries(up.outputs)) outputs[name] = secret ? "secret" : value;
  }
} catch (error) {
  lines.push(String(error));
  succeeded = false;
}
console.log(JSON.stringify({ succeeded, output: lines.join("\n"), outputs }));
