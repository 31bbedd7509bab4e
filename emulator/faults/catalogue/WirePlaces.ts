import type { Operation } from "../../../provider/core/operation.ts";

/** Where an operation's reply keeps what the cases change, as paths for edits. */
export interface WirePlaces {
  readonly action: string;
  /** What holds the list: `Items`, `Data.Content`. */
  readonly wrapper: string;
  /** The list in it: `Backup`. */
  readonly leaf: string;
  /** The rows: `Items.Backup`. */
  readonly rows: string;
  /** The total; operations without pages have none. */
  readonly total: string | undefined;
  /** The ID, as field of a row. */
  readonly id: string;
  /** The other fields of a row, by their wire names. */
  readonly fields: ReadonlySet<string>;
}

export function wirePlaces({ api: { action, reply }, fields, identity }: Operation): WirePlaces {
  const wires = new Set(Object.values(fields).map(({ wire }) => wire));
  return {
    action,
    wrapper: reply.rows.slice(0, -1).join("."),
    leaf: reply.rows.at(-1) ?? "",
    rows: reply.rows.join("."),
    total: reply.total?.join("."),
    id: fields[identity.field]?.wire ?? "",
    fields: wires,
  };
}
