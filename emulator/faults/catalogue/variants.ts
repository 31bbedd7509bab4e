import { isJsonObject, type Json, type JsonObject } from "../../../provider/core/json.ts";
import { editJson } from "../editJson.ts";
import type { ReplyEdit } from "../kinds/editFaultKind.ts";
import type { CaseVariant, WireVariant } from "./CatalogueCase.ts";
import type { WirePlaces } from "./WirePlaces.ts";

/** A value in the place of another; `undefined` takes it away. */
export function placeVariant(place: (places: WirePlaces) => string | undefined, value: Json | undefined): WireVariant {
  return editVariant((places) => {
    const at = place(places);
    return at === undefined ? undefined : [{ at, ...(value !== undefined && { value }) }];
  });
}

/** One value in a field of every row, for the operations that have the field. */
export function rowFieldVariant(field: string, value: Json | undefined): WireVariant {
  return placeVariant(({ rows, fields }) => (fields.has(field) ? `${rows}.*.${field}` : undefined), value);
}

/** The same with a value as it is written. */
export function rowFieldRawJsonVariant(field: string, json: string): WireVariant {
  return editVariant(({ rows, fields }) => (fields.has(field) ? [{ at: `${rows}.*.${field}`, json }] : undefined));
}

/** One value in those of these fields that an operation has, in every row. */
export function rowFieldsVariant(fields: readonly string[], value: Json): WireVariant {
  return editVariant((places) =>
    fields.filter((field) => places.fields.has(field)).map((field) => ({ at: `${places.rows}.*.${field}`, value })),
  );
}

/** A variant for each of these values. */
export function variantsOf<Value>(
  values: Readonly<Record<string, Value>>,
  variant: (value: Value) => CaseVariant,
): Readonly<Record<string, CaseVariant>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, variant(value)]));
}

/** Values of the envelope, whatever the operation. */
export function envelopeVariant(values: JsonObject): WireVariant {
  return editVariant(() => Object.entries(values).map(([at, value]) => ({ at, value })));
}

export function editVariant(of: (places: WirePlaces) => readonly ReplyEdit[] | undefined): WireVariant {
  return {
    at: (places) => {
      const made = of(places);
      return made !== undefined && made.length > 0 ? { kind: "edit", edits: made } : undefined;
    },
  };
}

/** Another form of the wrapper, made of its rows. */
export function wrapperVariant(
  form: (rows: readonly Json[], leaf: string) => Json,
  place: (places: WirePlaces) => string | undefined = ({ wrapper }) => wrapper,
): WireVariant {
  return {
    at: (places) => {
      const path = place(places)?.split(".");
      if (path === undefined) return undefined;
      const rewrite = (body: JsonObject) =>
        editJson(body, path, form(rowsIn(body, places.rows.split(".")), places.leaf));
      return { kind: "rewrite", rewrite };
    },
  };
}

function rowsIn(body: Json | undefined, [key, ...rest]: readonly string[]): readonly Json[] {
  if (key !== undefined) return isJsonObject(body) ? rowsIn(body[key], rest) : [];
  return Array.isArray(body) ? body : [];
}
