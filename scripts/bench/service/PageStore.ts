import { type ListShape, shapeOf } from "../data/backupLists.ts";
import { backupRow } from "../data/backupRow.ts";

export interface PageRequest {
  readonly instanceId: string;
  /** Milliseconds since 1970: backups that began from here ... */
  readonly from: number;
  /** ... to here. */
  readonly until: number;
  readonly size: number;
  /** The first one is 1. */
  readonly number: number;
}

interface List extends ListShape {
  /** Oldest first, as JSON. */
  readonly rows: readonly string[];
}

const HOUR = 3_600_000;

/** The replies of the benchmark's service. Each is made once, so that the service costs next to nothing later. */
export class PageStore {
  readonly #newestAt: number;
  readonly #lists = new Map<string, List>();
  readonly #pages = new Map<string, Buffer>();

  /** The newest backup of each instance began an hour before `now`. */
  constructor(now: number) {
    this.#newestAt = Math.floor(now / 1000) * 1000 - HOUR;
  }

  /** Undefined where there is no such instance. */
  page({ instanceId, from, until, size, number }: PageRequest): Buffer | undefined {
    const list = this.#list(instanceId);
    if (list === undefined) return undefined;
    // As numbers from the oldest row, so that a page stays the same page while the clock runs.
    const first = Math.max(0, Math.ceil(this.#indexAt(from, list)));
    const end = Math.max(first, Math.min(list.count - 1, Math.floor(this.#indexAt(until, list))) + 1);
    const key = [instanceId, first, end, size, number].join();
    const page = this.#pages.get(key) ?? compose(list, { first, end, size, number });
    this.#pages.set(key, page);
    return page;
  }

  #indexAt(time: number, { count, spacingMs }: ListShape): number {
    return count - 1 - (this.#newestAt - time) / spacingMs;
  }

  #list(instanceId: string): List | undefined {
    const ready = this.#lists.get(instanceId);
    const shape = shapeOf(instanceId);
    if (ready !== undefined || shape === undefined) return ready;
    const rows = Array.from({ length: shape.count }, (_, index) => {
      const age = (shape.count - 1 - index) * shape.spacingMs;
      const status = age < shape.failedMs ? ("Failed" as const) : ("Success" as const);
      return backupRow({ instanceId, index, startedAt: this.#newestAt - age, status });
    });
    const list = { ...shape, rows };
    this.#lists.set(instanceId, list);
    return list;
  }
}

interface Part {
  readonly first: number;
  readonly end: number;
  readonly size: number;
  readonly number: number;
}

function compose({ rows, order }: List, { first, end, size, number }: Part): Buffer {
  const skipped = (number - 1) * size;
  const page =
    order === "oldest first"
      ? rows.slice(first + skipped, Math.min(first + skipped + size, end))
      : rows.slice(Math.max(first, end - skipped - size), Math.max(first, end - skipped)).reverse();
  const counts = `"TotalRecordCount":${end - first},"PageNumber":${number},"PageRecordCount":${page.length}`;
  const requestId = `00000000-BE4C-4000-8000-${String(number).padStart(12, "0")}`;
  return Buffer.from(`{"RequestId":"${requestId}",${counts},"Items":{"Backup":[${page.join()}]}}`);
}
