import { nextTurn, ROWS_IN_A_TURN } from "../../core/inTurns.ts";
import type { Json, JsonObject } from "../../core/json.ts";
import { PULUMI_SIGNATURE_KEY, SECRET_SIGNATURE } from "../propertySignatures.ts";
import { BackwardWriter } from "./BackwardWriter.ts";
import { PreparedItems } from "./PreparedItems.ts";
import { LIST_VALUE, STRUCT_VALUE } from "./structTags.ts";
import { endEntry, isList, writeItem, writeStructEntry, writeValue } from "./writeValue.ts";

/** The field `return` of pulumirpc.InvokeResponse. */
const RETURN = 0x0a;

/**
 * A `pulumirpc.InvokeResponse` that returns these values, each of them a secret where `eachValueSecret` is true, in pieces
 * that are its bytes one after another. Items of a list that have been prepared are taken as they are. Written here, because
 * google-protobuf's Struct takes 100 µs and 80 kB for a single backup.
 */
export async function encodeReturn(
  values: JsonObject,
  eachValueSecret: boolean,
  prepared = new PreparedItems(),
): Promise<readonly Buffer[]> {
  const writer = new BackwardWriter();
  for (const name of Object.keys(values).reverse()) {
    const end = writer.length;
    await writeInTurns(writer, values[name] ?? null, prepared);
    if (eachValueSecret) {
      endEntry(writer, "value", end);
      writeStructEntry(writer, PULUMI_SIGNATURE_KEY, SECRET_SIGNATURE);
      writer.endMessage(STRUCT_VALUE, end);
    }
    endEntry(writer, name, end);
  }
  writer.endMessage(RETURN, 0);
  return writer.chunks();
}

/** Writes a value. A long list is written in pieces, and between them other calls have their turn. */
async function writeInTurns(writer: BackwardWriter, value: Json, prepared: PreparedItems): Promise<void> {
  if (!isList(value)) {
    writeValue(writer, value);
    return;
  }
  const end = writer.length;
  for (let index = value.length - 1; index >= 0; index--) {
    const item = value[index] ?? null;
    const segment = prepared.get(item);
    if (segment) writer.append(segment);
    else writeItem(writer, item);
    if (index > 0 && index % ROWS_IN_A_TURN === 0) await nextTurn();
  }
  writer.endMessage(LIST_VALUE, end);
}
