import { z } from "zod";
import type { EmulatorRecord } from "./records/record.ts";
import { emulatorRecordSchema } from "./records/record.ts";

/** What the service knows about one instance or plan at the start, written as of some moment. */
export interface Seed {
  readonly about: string;
  /** The moment at which the times of the records are right. They are all moved so that it becomes now. */
  readonly asOf: string;
  readonly subject: string;
  readonly region: string;
  readonly records: readonly Omit<EmulatorRecord, "subject">[];
}

/** Seeds are read from JSON, also from users' own: a misspelt key is an error. */
export const seedSchema = z.strictObject({
  about: z.string(),
  asOf: z.iso.datetime(),
  subject: z.string().min(1),
  region: z.string(),
  records: z.array(emulatorRecordSchema.omit({ subject: true })),
}) satisfies z.ZodType<Seed>;
