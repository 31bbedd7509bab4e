import type { Json } from "../../core/json.ts";
import type { BackwardWriter } from "./BackwardWriter.ts";
import {
  BOOL_VALUE,
  ENTRY_KEY,
  ENTRY_OR_ITEM,
  ENTRY_VALUE,
  LIST_VALUE,
  NULL_VALUE,
  NUMBER_VALUE,
  STRING_VALUE,
  STRUCT_VALUE,
} from "./structTags.ts";

/** Writes a `google.protobuf.Value`. */
export function writeValue(writer: BackwardWriter, value: Json): void {
  if (typeof value === "string") {
    writer.text(value);
    writer.byte(STRING_VALUE);
  } else if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be sent: only finite numbers can.`);
    writer.double(value);
    writer.byte(NUMBER_VALUE);
  } else if (typeof value === "boolean") {
    writer.byte(value ? 1 : 0);
    writer.byte(BOOL_VALUE);
  } else if (value === null) {
    writer.byte(0);
    writer.byte(NULL_VALUE);
  } else if (isList(value)) {
    const end = writer.length;
    for (let index = value.length - 1; index >= 0; index--) writeItem(writer, value[index] ?? null);
    writer.endMessage(LIST_VALUE, end);
  } else {
    const end = writer.length;
    const names = Object.keys(value);
    for (let index = names.length - 1; index >= 0; index--) {
      const name = names[index];
      if (name !== undefined) writeStructEntry(writer, name, value[name] ?? null);
    }
    writer.endMessage(STRUCT_VALUE, end);
  }
}

/** Writes one value of a `google.protobuf.ListValue`. */
export function writeItem(writer: BackwardWriter, value: Json): void {
  const end = writer.length;
  writeValue(writer, value);
  writer.endMessage(ENTRY_OR_ITEM, end);
}

/** Writes one entry of a `google.protobuf.Struct`. */
export function writeStructEntry(writer: BackwardWriter, name: string, value: Json): void {
  const end = writer.length;
  writeValue(writer, value);
  endEntry(writer, name, end);
}

/** Writes what stands before the value of an entry. `end` is the writer's length from before that value. */
export function endEntry(writer: BackwardWriter, name: string, end: number): void {
  writer.endMessage(ENTRY_VALUE, end);
  writer.text(name);
  writer.byte(ENTRY_KEY);
  writer.endMessage(ENTRY_OR_ITEM, end);
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
