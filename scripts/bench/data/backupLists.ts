const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 7 * 24 * HOUR;

/** How the backups of an instance lie in time, and in which order the service sends them. */
export interface ListShape {
  readonly count: number;
  readonly spacingMs: number;
  readonly order: "newest first" | "oldest first";
  /** The backups of this time before now have failed. */
  readonly failedMs: number;
}

const PER_DAY = 14;
const hourly = { spacingMs: HOUR, order: "newest first", failedMs: 0 } as const;
/** The provider lists ten years, which 100,000 backups do not fit into an hour apart. */
const dense = { ...hourly, spacingMs: 50 * MINUTE };
const fourteenADay = { ...hourly, spacingMs: (24 * HOUR) / PER_DAY, count: 2 * 365 * PER_DAY };

/** The instances of the benchmark, by the beginning of their IDs; the number behind it is how many backups there are. */
const shapes = {
  "rm-hourly-": hourly,
  "rm-dense-": dense,
  "rm-oldestfirst-": { ...hourly, order: "oldest first" },
  "rm-twoyears-": fourteenADay,
  "rm-badweek-": { ...fourteenADay, failedMs: WEEK },
} as const;

/** Instances whose list is one page, for many lookups at once. */
export const ONE_PAGE = 96;

export const instances = {
  hourly: (count: number) => `rm-hourly-${count}`,
  dense: (count: number) => `rm-dense-${count}`,
  oldestFirst: (count: number) => `rm-oldestfirst-${count}`,
  twoYears: `rm-twoyears-${fourteenADay.count}`,
  badWeek: `rm-badweek-${fourteenADay.count}`,
  onePage: (n: number) => `rm-hourly-${ONE_PAGE}-${n}`,
};

/** The list of an instance. */
export function shapeOf(instanceId: string): ListShape | undefined {
  const [, prefix, count] = /^(rm-[a-z]+-)(\d+)(?:-\d+)?$/.exec(instanceId) ?? [];
  const shape = Object.entries(shapes).find(([name]) => name === prefix)?.[1];
  return shape && { ...shape, count: Number(count) };
}
