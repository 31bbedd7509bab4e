import { z } from "zod";

/**
 * Behaviour of the service that is undocumented, or that differs between operations. A test that runs in all modes shows
 * whether a client depends on one of them.
 */
export interface Modes {
  /** The order of rows, unless the request names one. */
  readonly order: "desc" | "asc" | "shuffled";
  readonly shuffleSeed: number;
  /** Which time of a row the request's time range is compared with. */
  readonly timeFilter: "start" | "end";
  /** The largest page that the service sends, whatever the request's page size. `null`: no limit. */
  readonly pageCap: number | null;
  /** What stands behind the last page: an empty one, the last one once more, or a refusal of the number. */
  readonly beyondEnd: "empty" | "clamp" | "refuse";
  readonly counters: "number" | "text";
  /** `{ lie: n }`: the reply claims a total of n, whatever there is. */
  readonly totals: "honest" | { readonly lie: number };
  /**
   * `wrapper`: `Items.Backup` is an array. `single`: it is the row itself when there is one. `bareObject`: `Items` is
   * the row itself when there is one, as some documents show. `bareArray`: `Items` is the array.
   */
  readonly list: "wrapper" | "single" | "bareObject" | "bareArray";
  /** What stands for a list without rows. `documented`: as the product's documents show it. */
  readonly empty: "documented" | "wrapper" | "array" | "text";
  /** `unchecked` serves clients whose clock cannot be moved along with the emulator's. */
  readonly timestamps: "checked" | "unchecked";
  /** Whether replies tell the time. */
  readonly dateHeader: "sent" | "absent";
  /**
   * Who refuses a key without permission. `product`: where DBS has a code of its own it does, with the documented
   * status; `product200`: with HTTP 200.
   */
  readonly denial: "gateway" | "product" | "product200";
}

/** The modes to set; the others stay. */
export type ModeChanges = { readonly [K in keyof Modes]?: Modes[K] | undefined };

export const defaultModes: Modes = {
  order: "desc",
  shuffleSeed: 1,
  timeFilter: "start",
  pageCap: null,
  beyondEnd: "empty",
  counters: "number",
  totals: "honest",
  list: "wrapper",
  empty: "documented",
  timestamps: "checked",
  dateHeader: "sent",
  denial: "gateway",
};

/** Modes as they arrive from outside; an unknown word is an error, not the default. */
export const modesSchema = z.strictObject({
  order: z.enum(["desc", "asc", "shuffled"]),
  shuffleSeed: z.int(),
  timeFilter: z.enum(["start", "end"]),
  pageCap: z.int().min(1).nullable(),
  beyondEnd: z.enum(["empty", "clamp", "refuse"]),
  counters: z.enum(["number", "text"]),
  totals: z.union([z.literal("honest"), z.strictObject({ lie: z.int().min(0) })]),
  list: z.enum(["wrapper", "single", "bareObject", "bareArray"]),
  empty: z.enum(["documented", "wrapper", "array", "text"]),
  timestamps: z.enum(["checked", "unchecked"]),
  dateHeader: z.enum(["sent", "absent"]),
  denial: z.enum(["gateway", "product", "product200"]),
}) satisfies z.ZodType<Modes>;

export function modesWithChanges(modes: Modes, changes: ModeChanges): Modes {
  const settings = Object.entries(changes).filter(([, value]) => value !== undefined);
  return modesSchema.parse({ ...modes, ...Object.fromEntries(settings) });
}
