import { fieldInfo } from "../../provider/core/field.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import type { Operation } from "../../provider/core/operation.ts";
import type { EmulatorRecord, FieldChanges, RecordSelector } from "./record.ts";
import { type RowTimes, rowTimes } from "./rowTimes.ts";
import { shiftTimes } from "./shiftTimes.ts";

/** A record with what is looked up in it at every request. */
export interface StoredRecord extends EmulatorRecord {
  readonly id: string;
  readonly times: RowTimes;
}

/** Everything that the emulated service knows. */
export class RecordStore {
  readonly #operations: ReadonlyMap<string, Operation>;
  #records: readonly StoredRecord[] = [];
  readonly #subjects = new Set<string>();

  constructor(operations: ReadonlyMap<string, Operation>) {
    this.#operations = operations;
  }

  of(action: string): readonly StoredRecord[] {
    return this.#records.filter((record) => record.action === action);
  }

  knows(subject: string): boolean {
    return this.#subjects.has(subject);
  }

  addSubject(subject: string): void {
    this.#subjects.add(subject);
  }

  add(records: readonly EmulatorRecord[]): void {
    const added = records.map((record) => this.#prepare(record));
    for (const { subject } of added) this.#subjects.add(subject);
    this.#records = [...this.#records, ...added];
  }

  /** The records that fit, the latest begun first. None is an error: a test double must not shrug. */
  select(selector: RecordSelector): readonly StoredRecord[] {
    const found = this.find(selector);
    if (found.length > 0) return found;
    throw new Error(
      `No record fits ${JSON.stringify(selector)}. Known are ${[...this.#subjects].join(", ") || "no records"}.`,
    );
  }

  find({ action, subject, id, where = {}, newest }: RecordSelector): readonly StoredRecord[] {
    const fitting = this.#records.filter(
      (record) =>
        (action === undefined || record.action === action) &&
        (subject === undefined || record.subject === subject) &&
        (id === undefined || record.id === id) &&
        Object.entries(where).every(([field, value]) => record.row[field] === value),
    );
    return fitting.sort((a, b) => (b.times.start ?? 0) - (a.times.start ?? 0)).slice(0, newest);
  }

  change(selector: RecordSelector, changes: FieldChanges): number {
    return this.#replace(this.select(selector), (row) => withChanges(row, changes));
  }

  remove(selector: RecordSelector): number {
    const gone = new Set(this.select(selector));
    this.#records = this.#records.filter((record) => !gone.has(record));
    return gone.size;
  }

  shift(selector: RecordSelector, by: number): number {
    return this.#replace(this.select(selector), (row) => shiftTimes(row, by));
  }

  /** A copy of the newest record that fits, moved so that it ended at this time, with an ID of its own. */
  repeat(selector: RecordSelector, endedAt: number, changes: FieldChanges): StoredRecord {
    const [model] = this.select(selector);
    if (model === undefined) throw new Error("unreachable: select throws when there is none");
    const moved = shiftTimes(model.row, endedAt - (model.times.end ?? model.times.start ?? endedAt));
    const row = withChanges({ ...moved, [this.#idField(model.action)]: this.#nextId(model) }, changes);
    const { action, subject, of } = model;
    this.add([{ action, subject, of, row }]);
    return this.#prepare({ action, subject, of, row });
  }

  clear(): void {
    this.#records = [];
    this.#subjects.clear();
  }

  #replace(chosen: readonly StoredRecord[], change: (row: JsonObject) => JsonObject): number {
    const set = new Set(chosen);
    this.#records = this.#records.map((record) =>
      set.has(record) ? this.#prepare({ ...record, row: change(record.row) }) : record,
    );
    return set.size;
  }

  #prepare({ action, subject, of, row }: EmulatorRecord): StoredRecord {
    return {
      action,
      subject,
      of,
      row,
      id: String(row[this.#idField(action)]),
      times: rowTimes(this.#operation(action), row),
    };
  }

  #idField(action: string): string {
    const { fields, identity } = this.#operation(action);
    const schema = fields.shape[identity];
    const info = schema && fieldInfo.get(schema);
    if (info === undefined) throw new Error(`${action} declares no wire name for ${identity}.`);
    return info.wire;
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
