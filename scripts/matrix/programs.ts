export const forms = ["require", "import", "named"] as const;
export type Form = (typeof forms)[number];

interface Entry {
  readonly name: string;
  readonly module: string;
  readonly imported: readonly string[];
  /** The rest of a program, in TypeScript 3.8; `$` stands before a name of the package. */
  readonly body: string;
  /** Whether this is what the program must answer. */
  readonly accepts: (answer: string) => boolean;
}

const body = {
  index: `
const mocks: pulumi.runtime.Mocks = {
  newResource: (args) => ({ id: args.name, state: { verdict: "pass", backupId: "42" } }),
  call: () => ({ backupId: "41", region: "cn-hangzhou" }),
};
export const answer: Promise<string> = Promise.resolve(pulumi.runtime.setMocks(mocks)).then(async () => {
  $guardDatabases({ maxAge: "26h", allowNone: true });
  const plain: $rds.GetLatestBackupResult = await $rds.getLatestBackup({ dbInstanceId: "rm-1", maxAge: "26h" });
  const latest: pulumi.Output<$rds.GetLatestBackupResult> = $rds.getLatestBackupOutput({ dbInstanceId: "rm-1" });
  const args: $rds.BackupGateArgs = { dbInstanceId: latest.region, enforcement: "warn" };
  const gate: $rds.BackupGate = new $rds.BackupGate("gate", args);
  const task = new $dbs.DownloadTaskGate("task", { dbInstanceId: "rm-1", taskId: "1" });
  return new Promise<string>((resolve) => {
    pulumi.all([latest.backupId, gate.verdict, task.verdict]).apply((known) => resolve([plain.region, ...known].join(" ")));
  });
});
`,
  dynamic: `
let source = "";
const mocks: pulumi.runtime.Mocks = {
  newResource: (args) => {
    source = args.inputs.__provider;
    return { id: args.name, state: args.inputs };
  },
  call: () => ({}),
};
export const answer: Promise<string> = Promise.resolve(pulumi.runtime.setMocks(mocks)).then(() => {
  const args: $BackupGateArgs = { dbInstanceId: "rm-1", maxAge: "26h" };
  const gate: $BackupGate = new $BackupGate("gate", args);
  const verdict: pulumi.Output<string> = gate.verdict;
  return new Promise<string>((resolve) => pulumi.all([gate.urn, verdict]).apply(() => resolve(source)));
});
`,
  emulator: `
const shipped: readonly $Seed[] = $seeds;
export const answer: Promise<string> = $startEmulator({ seeds: shipped, modes: { order: "asc" } }).then((emulator: $Emulator) => {
  const subjects = emulator.records().map(({ subject }) => subject);
  return emulator.close().then(() => [...new Set(subjects)].sort().join(" "));
});
`,
};

export const entries: readonly Entry[] = [
  {
    name: "index",
    module: "pulumi-alicloud-backups",
    imported: ["rds", "dbs", "guardDatabases"],
    body: body.index,
    accepts: (answer) => answer === "cn-hangzhou 41 pass pass",
  },
  {
    name: "dynamic",
    module: "pulumi-alicloud-backups/dynamic",
    imported: ["BackupGate", "BackupGateArgs"],
    body: body.dynamic,
    accepts: isThinSource,
  },
  {
    name: "emulator",
    module: "pulumi-alicloud-backups/emulator",
    imported: ["startEmulator", "seeds", "Emulator", "Seed"],
    body: body.emulator,
    accepts: (answer) => answer.startsWith("dbs1shop0plan01 rm-bp1bill00export01 "),
  },
];

/** The program of one cell. */
export function programText(form: Form, { module, imported, body: rest }: Entry): string {
  const imports = {
    require: `import pulumi = require("@pulumi/pulumi");\nimport sdk = require("${module}");`,
    import: `import * as pulumi from "@pulumi/pulumi";\nimport * as sdk from "${module}";`,
    named: `import * as pulumi from "@pulumi/pulumi";\nimport { ${imported.join(", ")} } from "${module}";`,
  };
  const text = `${imports[form]}\n${rest.replaceAll("$", form === "named" ? "" : "sdk.")}`;
  return form === "require" ? `${text.replace("export const answer", "const answer")}export = { answer };\n` : text;
}

/** The source in the state: this package is required in one place, and nothing of the program is in it. */
function isThinSource(source: string): boolean {
  const required = [...source.matchAll(/\brequire\("([^"]*)"\)/g)].map(([, name]) => name);
  const captured = [...source.matchAll(/with\(\{ (.*) \}\)/g)].map(([, names = ""]) => names);
  const own = ["provider: __provider, this: undefined, arguments: undefined", "this: undefined, arguments: undefined"];
  return (
    required.join() === "pulumi-alicloud-backups/dynamic" &&
    captured.length > 0 &&
    captured.every((names) => own.includes(names)) &&
    // Most of it is the frame that Pulumi puts around every function.
    source.length < 1_300
  );
}

/** Lines that must not compile: types that came out as `any` would let them pass. */
export const wrongText = `import * as sdk from "pulumi-alicloud-backups";
import * as dynamic from "pulumi-alicloud-backups/dynamic";
import * as emulator from "pulumi-alicloud-backups/emulator";
export const a = sdk.rds.getLatestBackupOutput({ dbInstanceId: 1 }); // wrong
export const b = sdk.rds.getLatestBackup({ dbInstanceID: "rm-1" }); // wrong
export const c = new sdk.rds.BackupGate("gate", { dbInstanceId: "rm-1", enforcement: "maybe" }); // wrong
export const d = new dynamic.BackupGate("gate", { dbInstanceId: "rm-1", maxAge: 26 }); // wrong
const gate = new sdk.rds.BackupGate("gate", { dbInstanceId: "rm-1" });
export const e: number = gate.verdict; // wrong
export const f = emulator.startEmulator({ modes: { order: "up" } }); // wrong
export const g = emulator.startEmulator().then((running) => running.shutDown()); // wrong
sdk.guardDatabases({ maxage: "26h" }); // wrong
`;
