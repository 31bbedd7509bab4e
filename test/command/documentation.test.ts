import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { startEmulator } from "../../emulator/index.ts";
import { environmentFor, runProgram, usePackedCommand } from "../support/command/commandProcess.ts";
import { pageBlocks } from "../support/documentation/pages.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { failed, healthy, latestHealthyBackup, stale } from "../support/plugin/pluginScene.ts";

/*
 * Every block of docs/command.md, word for word, in a project with the packed package. What the reader brings along is
 * made here: a list of instances, the configuration of a stack, a migration, a program that sends mail.
 */
const emulator = await useEmulator(() => startEmulator());
const { program, folder } = usePackedCommand();
const blocks = pageBlocks.filter(({ name }) => name.startsWith("docs/command.md"));
const file = (name: string) => join(folder, name);

const bin = file("node_modules/.bin");
for (const made of [bin, file("stub")]) mkdirSync(made, { recursive: true });
symlinkSync(program, join(bin, "pulumi-alicloud-backups"));
writeFileSync(file("package.json"), JSON.stringify({ dependencies: { "pulumi-alicloud-backups": "*" } }));
writeScript("migrate.sh", "echo migrated >> migrated.txt");
writeScript("node_modules/.bin/mail", `{ echo "$@"; cat; } > ${file("mail.txt")}`);
// The real one takes seconds to find what is there: one test runs it.
writeScript("stub/npx", `name="\${1%@*}"; shift; exec ${bin}/"$name" "$@"`);
const alarm = blocks.find(({ text }) => text.includes("mail -s"))?.text ?? "";
writeScript("backup-alarm.sh", alarm);
writeFileSync(file("Pulumi.prod.yaml"), "config:\n  alicloud-backups:maxRetryTimeout: 30\n");

beforeEach(() => {
  for (const made of ["migrated.txt", "mail.txt"]) rmSync(file(made), { force: true });
  writeFileSync(file("instances.txt"), `${healthy}\n`);
  writeFileSync(file("keys.env"), exports(environmentFor(emulator)));
});

const shell = (text: string, env = {}) =>
  runProgram("bash", ["-c", text], {
    cwd: folder,
    env: { ...environmentFor(emulator), PATH: path(), HOME: folder, ...env },
  });
const migrated = () => existsSync(file("migrated.txt"));

test("there is something to run", () => {
  const languages = blocks.map(({ language }) => language);
  expect(languages.filter((language) => language === "sh").length).toBeGreaterThan(4);
  expect(languages).toEqual(expect.arrayContaining(["yaml", "cron"]));
});

test("the first of them by npx itself, which finds what is installed", async () => {
  const [first] = blocks;
  const real = { PATH: path("real"), npm_config_offline: "true", npm_config_update_notifier: "false" };
  expect(await shell(first?.text ?? "", real)).toMatchObject({ code: 0, stderr: "" });
});

describe("every line for a shell ends with 0 while the backups are good", () => {
  test.each(blocks.filter(({ language }) => language === "sh"))("$name", async ({ text }) => {
    const { code, stderr } = await shell(text);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(existsSync(file("mail.txt"))).toBe(false);
  });

  test("the field is that of the newest good backup, and the migration comes after it", async () => {
    const block = blocks.find(({ text }) => text.includes("To go back"));
    expect((await shell(block?.text ?? "")).stdout).toContain(`restore backup ${latestHealthyBackup}.`);
    expect(migrated()).toBe(true);
  });

  test("and does not migrate while they are not", async () => {
    emulator.age({ subject: healthy }, 3 * 86_400_000);
    const block = blocks.find(({ text }) => text.includes("To go back"));
    expect(await shell(block?.text ?? "")).toMatchObject({ code: 1, stdout: "" });
    expect(migrated()).toBe(false);
  });
});

const workflow = z.object({
  jobs: z.object({ migrate: z.object({ steps: z.array(z.object({ run: z.string().optional() })) }) }),
});
const gitlab = z.object({ migrate: z.object({ script: z.array(z.string()) }) });

describe.each(blocks.filter(({ language }) => language === "yaml"))("the pipeline $name", ({ text }) => {
  const content: unknown = parse(text);
  const jobs = workflow.safeParse(content).data?.jobs;
  const steps = jobs ? jobs.migrate.steps.flatMap(({ run }) => run ?? []) : gitlab.parse(content).migrate.script;
  /** As both run their steps: each in a shell, until one fails. */
  const pipeline = steps.map((step) => `bash -e -c '${step}' || exit $?`).join("\n");

  test("migrates while the backups are good", async () => {
    expect(await shell(pipeline)).toMatchObject({ code: 0 });
    expect(migrated()).toBe(true);
  });

  test("stops before the migration otherwise, without waiting for what waiting cannot change", async () => {
    expect(await shell(pipeline, { ALICLOUD_SECRET_KEY: "wrong" })).toMatchObject({ code: 3 });
    expect(migrated()).toBe(false);
  });
});

describe("the alarm", () => {
  const line = blocks.find(({ language }) => language === "cron")?.text.trim() ?? "";
  /** Cron has little in its environment, and a shell in the home directory. */
  const night = () => {
    const command = line.split(" ").slice(5).join(" ").replace("$HOME/backup-alarm", "$HOME");
    return runProgram("sh", ["-c", command], { cwd: "/", env: { HOME: folder, PATH: path() } });
  };

  test("is due once a day", () => {
    expect(line).toMatch(/^\d+ \d+ \* \* \* /);
  });

  test("is silent while all is well", async () => {
    expect(await night()).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(existsSync(file("mail.txt"))).toBe(false);
  });

  test("mails the report when it is not", async () => {
    writeFileSync(file("instances.txt"), [healthy, stale, failed].join("\n"));
    await night();
    const mail = readFileSync(file("mail.txt"), "utf8");
    expect(mail).toMatch(/^-s Backups are not good enough dba@example\.com\n2 of 3 instances have no good backup/);
  });

  test("and when nobody can tell", async () => {
    writeFileSync(file("keys.env"), exports({ ...environmentFor(emulator), ALICLOUD_SECRET_KEY: "wrong" }));
    await night();
    expect(readFileSync(file("mail.txt"), "utf8")).toMatch(/^-s The backups could not be checked .*\n.*unknown/);
  });
});

function writeScript(name: string, text: string): void {
  writeFileSync(file(name), `#!/bin/sh\n${text}\n`);
  chmodSync(file(name), 0o755);
}

function exports(env: Readonly<Record<string, string>>): string {
  return Object.entries(env)
    .map(([name, value]) => `export ${name}='${value}'\n`)
    .join("");
}

/** With the Node that runs the tests, before whatever npx comes with. */
function path(npx: "real" | "stub" = "stub"): string {
  return [...(npx === "stub" ? [file("stub")] : []), bin, dirname(process.execPath), process.env.PATH].join(":");
}
