import type * as pulumi from "@pulumi/pulumi";
import { expectTypeOf, test } from "vitest";
import { type BackupHookArgs, type GuardArgs, Provider, type ProviderArgs, rds } from "../../sdk/index.ts";

// What is expected here is checked by the compiler: `npm run check`.

test("a latest backup has an ID, and says whether it is usable", () => {
  expectTypeOf(rds.getLatestBackup).returns.resolves.toHaveProperty("backupId").toEqualTypeOf<string>();
  expectTypeOf(rds.getLatestBackup).returns.resolves.toHaveProperty("region").toEqualTypeOf<string>();
  expectTypeOf(rds.getLatestBackup).returns.resolves.toHaveProperty("usable").toEqualTypeOf<boolean>();
  expectTypeOf(rds.getLatestBackup).returns.resolves.toHaveProperty("pinned").toEqualTypeOf<boolean>();
  expectTypeOf(rds.getLatestBackup).returns.resolves.not.toHaveProperty("backupDownloadUrl");
});

test("the Output form has the same result, as an Output", () => {
  expectTypeOf(rds.getLatestBackupOutput).returns.toEqualTypeOf<pulumi.Output<rds.GetLatestBackupResult>>();
  expectTypeOf(rds.getLatestBackup).returns.toEqualTypeOf<Promise<rds.GetLatestBackupResult>>();
});

test("the instance is required, the rest is not", () => {
  expectTypeOf<{ dbInstanceId: string }>().toExtend<rds.GetLatestBackupArgs>();
  expectTypeOf<{ maxAge: string }>().not.toExtend<rds.GetLatestBackupArgs>();
  expectTypeOf<{ dbInstanceId: undefined }>().not.toExtend<rds.GetLatestBackupArgs>();
  expectTypeOf<{ dbInstanceId: string }>().not.toExtend<rds.GetBackupArgs>();
  expectTypeOf<{ dbInstanceId: string; backupId: string }>().toExtend<rds.GetBackupArgs>();
});

test("an optional argument may be undefined, as a program's own optional values are", () => {
  expectTypeOf<{ dbInstanceId: string; maxAge: undefined }>().toExtend<rds.GetLatestBackupArgs>();
});

test("newest, verdict, gate, hook and guard take assumeWholeInstance, a list does not", () => {
  interface Criteria {
    dbInstanceId: string;
    assumeWholeInstance: boolean;
  }
  expectTypeOf<Criteria>().toExtend<rds.GetLatestBackupArgs>();
  expectTypeOf<Criteria>().toExtend<rds.GetBackupReadinessArgs>();
  expectTypeOf<Criteria>().toExtend<rds.BackupGateArgs>();
  expectTypeOf<GuardArgs>().toHaveProperty("assumeWholeInstance").toEqualTypeOf<boolean | undefined>();
  expectTypeOf<BackupHookArgs>().toHaveProperty("assumeWholeInstance").toEqualTypeOf<boolean | undefined>();
  expectTypeOf<rds.GetBackupsArgs>().not.toHaveProperty("assumeWholeInstance");
});

test("inputs that come from other resources go into the Output form only", () => {
  interface Given {
    dbInstanceId: pulumi.Output<string>;
  }
  expectTypeOf<Given>().toExtend<rds.GetLatestBackupOutputArgs>();
  expectTypeOf<Given>().not.toExtend<rds.GetLatestBackupArgs>();
  expectTypeOf<Given>().toExtend<rds.BackupGateArgs>();
});

test("a wrong word, a misspelt argument and a number for a duration do not compile", () => {
  const wrong = () => [
    // @ts-expect-error: the word is FullBackup
    rds.getLatestBackup({ dbInstanceId: "rm-1", backupType: "Full" }),
    // @ts-expect-error: the argument is dbInstanceId
    rds.getLatestBackup({ dbInstanceID: "rm-1" }),
    // @ts-expect-error: durations are text with a unit
    rds.getLatestBackup({ dbInstanceId: "rm-1", maxAge: 26 }),
    // @ts-expect-error: deny, warn or off
    new rds.BackupGate("gate", { dbInstanceId: "rm-1", enforcement: "maybe" }),
    // @ts-expect-error: the argument is region
    new Provider("provider", { regoin: "cn-hangzhou" }),
  ];
  expectTypeOf(wrong).toBeFunction();
});

test("a verdict is one of four words, with its reasons", () => {
  expectTypeOf<rds.GetBackupReadinessResult["verdict"]>().toEqualTypeOf<"pass" | "fail" | "pending" | "unknown">();
  expectTypeOf<rds.GetBackupReadinessResult["reasons"][number]["rule"]>().toEqualTypeOf<string>();
  expectTypeOf<rds.GetBackupReadinessResult["backupId"]>().toEqualTypeOf<string | undefined>();
});

test("a list has records and their IDs", () => {
  expectTypeOf<rds.GetBackupsResult["ids"]>().toEqualTypeOf<string[]>();
  expectTypeOf<rds.GetBackupsResult["backups"]>().toEqualTypeOf<rds.Backup[]>();
});

test("a gate's outputs may be passed on as inputs", () => {
  expectTypeOf<rds.BackupGate>().toExtend<pulumi.CustomResource>();
  expectTypeOf<rds.BackupGate["backupId"]>().toEqualTypeOf<pulumi.Output<string | undefined>>();
});

test("the provider takes the names of pulumi-alicloud", () => {
  interface Given {
    region: string;
    accessKey: pulumi.Output<string>;
    secretKey: string;
    endpoints: { rds: string };
  }
  expectTypeOf<Given>().toExtend<ProviderArgs>();
});
