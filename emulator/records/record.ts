import { z } from "zod";
import type { Json, JsonObject } from "../../provider/core/json.ts";

/** One row as the service would send it, and what it belongs to. */
export interface EmulatorRecord {
  /** The operation that lists it, such as `DescribeBackups`. */
  readonly action: string;
  /** The instance or backup plan it belongs to. */
  readonly subject: string;
  /** Values that filters compare although the row lacks them: the row of an OSS download does not name its task. */
  readonly of?: Readonly<Record<string, string>> | undefined;
  /** In wire form: wire names, times and numbers written as the service writes them. */
  readonly row: JsonObject;
  /** Changes that happen as the emulator's clock goes on. Default: none. */
  readonly timeline?: readonly TimelineStep[] | undefined;
}

/** So many milliseconds after the record was added, these wire fields are set. */
export interface TimelineStep {
  readonly after: number;
  readonly set: JsonObject;
}

/** Selects records: those that match every member. Without members: all records. */
export interface RecordSelector {
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly id?: string | undefined;
  /** Wire fields that the row must have with just these values. */
  readonly where?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** Of those that fit, only so many, the latest begun first. */
  readonly newest?: number | undefined;
}

/** New values of wire fields; `undefined` takes the field away. */
export type FieldChanges = Readonly<Record<string, Json | undefined>>;

export const rowSchema = z.record(z.string(), z.json());

export const emulatorRecordSchema = z.strictObject({
  action: z.string(),
  subject: z.string().min(1),
  of: z.record(z.string(), z.string()).optional(),
  row: rowSchema,
  timeline: z.array(z.strictObject({ after: z.int().min(0), set: rowSchema })).optional(),
}) satisfies z.ZodType<EmulatorRecord>;

export const recordSelectorSchema = z.strictObject({
  action: z.string().optional(),
  subject: z.string().optional(),
  id: z.string().optional(),
  where: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  newest: z.int().min(1).optional(),
}) satisfies z.ZodType<RecordSelector>;
