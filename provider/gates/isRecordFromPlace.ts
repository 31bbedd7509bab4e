import type { JsonObject } from "../core/json.ts";
import { isJsonObject } from "../core/json.ts";
import type { Place } from "./placeName.ts";
import { placeName } from "./placeName.ts";

/**
 * Whether what a gate recorded comes from the place that a request would go to now. Version 0.1.0 recorded the
 * region alone, in the record of the row, and nothing for several instances: such a record counts for its region, or as
 * it is.
 *
 * @param rowName the output that holds the record of the row
 */
export function isRecordFromPlace(record: JsonObject, rowName: string, here: Place): boolean {
  const { place, [rowName]: row } = record;
  if (place !== undefined && place !== null) return place === placeName(here);
  const region = isJsonObject(row) ? row.region : undefined;
  return typeof region !== "string" || region.toLowerCase() === here.region.toLowerCase();
}
