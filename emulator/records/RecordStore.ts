import type { JsonObject } from "../../provider/core/json.ts";
import type { Operation } from "../../provider/core/operation.ts";
import type { Clock } from "../clock.ts";
import type { EmulatorRecord, FieldChanges, RecordSelector } from "./record.ts";
import { type RowStartAndEnd, rowTimes } from "./rowStartAndEnd.ts";
import { shiftRecord, shiftTimes } from "./shiftTimes.ts";
import { takeTimelineSteps } from "./takeTimelineSteps.ts";

/** The region of an instance that was added without one. */
const DEFAULT_REGION = "cn-hangzhou";

/** A record with its ID and times, which every request needs, read out of the row. */
export interface StoredRecord extends EmulatorRecord {
  readonly id: string;
  readonly times: RowStartAndEnd;
  /** By the emulator's clock: the zero of its timeline. */
  readonly addedAt: number;
}

/** Everything that the emulated service knows. */
export class RecordStore {
  readonly #operations: ReadonlyMap<string, Operation>;
  readonly #clock: Clock;
  #records: readonly StoredRecord[] = [];
  /** Instances and plans, and where each lives. */
  readonly #regions = new Map<string, string>();

  constructor(operations: ReadonlyMap<string, Operation>, clock: Clock) {
    this.#operations = operations;
    this.#clock = clock;
  }

  of(action: string): readonly StoredRecord[] {
    return this.#current().filter((record) => record.action === action);
  }

  /** Whether the instance or plan exists, in this region if there is one, else in any. */
  knows(subject: string, region = this.#regions.get(subject)): boolean {
    return region !== undefined && this.#regions.get(subject) === region;
  }

  addSubject(subject: string, region = DEFAULT_REGION): void {
    this.#regions.set(subject, region);
  }

  add(records: readonly EmulatorRecord[]): void {
    const added = records.map((record) => this.#prepare(record, this.#clock.now()));
    for (const { subject } of added) if (!this.knows(subject)) this.addSubject(subject);
    this.#records = [...this.#records, ...added];
  }

  /** The matching records, the latest begun first. @throws Error when there are none: a test has misnamed something. */
  select(selector: RecordSelector): readonly StoredRecord[] {
    const matching = this.find(selector);
    if (matching.length > 0) return matching;
    throw new Error(
      `No record fits ${JSON.stringify(selector)}. Known are ${[...this.#regions.keys()].join(", ") || "no records"}.`,
    );
  }

  find({ action, subject, id, where = {}, newest }: RecordSelector): readonly StoredRecord[] {
    const matching = this.#current().filter(
      (record) =>
        (action === undefined || record.action === action) &&
        (subject === undefined || record.subject === subject) &&
        (id === undefined || record.id === id) &&
        Object.entries(where).every(([field, value]) => record.row[field] === value),
    );
    return matching.sort((a, b) => (b.times.start ?? 0) - (a.times.start ?? 0)).slice(0, newest);
  }

  change(selector: RecordSelector, changes: FieldChanges): number {
    return this.#replace(this.select(selector), (record) => ({ ...record, row: withChanges(record.row, changes) }));
  }

  remove(selector: RecordSelector): number {
    const gone = new Set(this.select(selector));
    this.#records = this.#records.filter((record) => !gone.has(record));
    return gone.size;
  }

  shift(selector: RecordSelector, by: number): number {
    return this.#replace(this.select(selector), (record) => shiftRecord(record, by));
  }

  /** A copy of the newest record that fits, moved so that it ended at this time, with an ID of its own. */
  repeat(selector: RecordSelector, endedAt: number, changes: FieldChanges): StoredRecord {
    const [model] = this.select(selector);
    if (model === undefined) throw new Error("unreachable: select throws when there is none");
    const moved = shiftTimes(model.row, endedAt - (model.times.end ?? model.times.start ?? endedAt));
    const row = withChanges({ ...moved, [this.#idField(model.action)]: this.#nextId(model) }, changes);
    const { action, subject, of } = model;
    this.add([{ action, subject, of, row }]);
    return this.#prepare({ action, subject, of, row }, this.#clock.now());
  }

  clear(): void {
    this.#records = [];
    this.#regions.clear();
  }

  /** Everything as it is by now. */
  #current(): readonly StoredRecord[] {
    const now = this.#clock.now();
    this.#records = this.#records.map((record) => {
      const moved = takeTimelineSteps(record, now - record.addedAt);
      return moved === record ? record : this.#prepare(moved, record.addedAt);
    });
    return this.#records;
  }

  #replace(chosen: readonly StoredRecord[], change: (record: EmulatorRecord) => EmulatorRecord): number {
    const set = new Set(chosen);
    this.#records = this.#records.map((record) =>
      set.has(record) ? this.#prepare(change(record), record.addedAt) : record,
    );
    return set.size;
  }

  #prepare(record: EmulatorRecord, addedAt: number): StoredRecord {
    const { action, row } = record;
    const times = rowTimes(this.#operation(action), row);
    return { ...record, id: String(row[this.#idField(action)]), times, addedAt };
  }

  #idField(action: string): string {
    const { fields, identity } = this.#operation(action);
    const id = fields[identity.field];
    if (id === undefined) throw new Error(`${action} declares no wire name for ${identity.field}.`);
    return id.wire;
  }

  #nextId({ action, subject, id }: StoredRecord): string {
    const numbers = this.find({ action, subject }).map((record) => Number(/\d+$/.exec(record.id)?.[0] ?? 0));
    return `${id.replace(/\d+$/, "")}${Math.max(...numbers) + 1}`;
  }

  #operation(action: string): Operation {
    const operation = this.#operations.get(action);
    if (operation) return operation;
    throw new Error(`The emulator has no operation ${action}. It has ${[...this.#operations.keys()].join(", ")}.`);
  }
}

function withChanges(row: JsonObject, changes: FieldChanges): JsonObject {
  const merged = Object.entries({ ...row, ...changes });
  return Object.fromEntries(merged.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}
