import type { Json, JsonObject } from "../../core/json.ts";
import { BackwardWriter, type Segment } from "./BackwardWriter.ts";
import { writeItem } from "./writeValue.ts";

/**
 * Items of a list that are written before the list is whole, while the plugin waits for its next page: so that writing
 * them takes no time of its own. An item is known by the very object that was prepared.
 */
export class PreparedItems {
  /** Made for the first item: most calls list nothing that is long. */
  #writer: BackwardWriter | undefined;
  readonly #items = new Map<Json, Segment>();

  /** The objects must not change any more. Those that stay neighbours in the list are copied as one. */
  add(items: readonly JsonObject[]): void {
    this.#writer ??= new BackwardWriter();
    const writer = this.#writer;
    for (const item of items.toReversed()) {
      const end = writer.length;
      writeItem(writer, item);
      this.#items.set(item, writer.writtenSince(end));
    }
  }

  /** Forgets all of them. */
  clear(): void {
    this.#writer = undefined;
    this.#items.clear();
  }

  /** As a value of a `google.protobuf.ListValue`; undefined for what has not been prepared. */
  get(item: Json): Segment | undefined {
    return this.#items.get(item);
  }
}
