import { z } from "zod";
import { demoCredentials, type Emulator } from "../../emulator/index.ts";
import { type Key, signV2 } from "../support/network/signV2.ts";

type Parameters = Readonly<Record<string, string | undefined>>;

/** A reply, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Empty when the reply is not JSON, by its own account. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends one signed request by the emulator's clock, as a careful client would. */
export function ask(
  emulator: Emulator,
  parameters: Parameters,
  { method = "POST", key = demoCredentials.owner }: { readonly method?: "GET" | "POST"; readonly key?: Key } = {},
): Promise<Answer> {
  const Timestamp = `${new Date(emulator.now()).toISOString().slice(0, 19)}Z`;
  return send(emulator, method, signV2(method, key, { Timestamp, ...parameters }));
}

/** Sends parameters as they are: in the query with GET, in a form with POST. */
export function send(
  emulator: Emulator,
  method: "GET" | "POST",
  parameters: Readonly<Record<string, string>>,
): Promise<Answer> {
  const encoded = new URLSearchParams(parameters);
  return method === "GET"
    ? read(fetch(`${emulator.url}/?${encoded}`, { redirect: "manual" }))
    : read(fetch(emulator.url, { method, body: encoded, redirect: "manual" }));
}

export async function read(reply: Promise<Response>): Promise<Answer> {
  const received = await reply;
  const text = await received.text();
  const isJson = text !== "" && received.headers.get("content-type")?.startsWith("application/json");
  const body = isJson ? z.record(z.string(), z.unknown()).parse(JSON.parse(text)) : {};
  return { status: received.status, headers: received.headers, text, body };
}

/** The parameters of a DescribeBackups request. */
export function backupsOf(instance: string, more: Parameters = {}): Record<string, string | undefined> {
  return { Action: "DescribeBackups", Version: "2014-08-15", DBInstanceId: instance, ...more };
}

const backupList = z.object({ Items: z.object({ Backup: z.array(z.looseObject({ BackupId: z.string() })) }) });

/** The IDs in a reply to DescribeBackups, in its order. */
export function idsOf({ body }: Answer): readonly string[] {
  return backupList.parse(body).Items.Backup.map(({ BackupId }) => BackupId);
}
