import type { Endpoint } from "../../client/findEndpoint.ts";
import type { JsonObject } from "../../core/json.ts";
import { isJsonObject } from "../../core/json.ts";
import type { Operation } from "../../core/operation.ts";

type Place = Pick<Endpoint, "region" | "place">;

/** `cn-hangzhou`; for an endpoint that was set by hand `cn-hangzhou at https://rds.example.internal`. */
export function placeName({ region, place }: Place): string {
  const name = region.toLowerCase();
  return place === name ? name : `${name} at ${place}`;
}

/**
 * Whether what a gate recorded was found out where it would be asked now. Version 0.1.0 recorded the region alone, in
 * the record of the row, and nothing for several instances: such a record counts for its region, or as it is.
 */
export function recordCounts(recorded: JsonObject, { names }: Operation, here: Place): boolean {
  const { place, [names.one]: row } = recorded;
  if (place !== undefined && place !== null) return place === placeName(here);
  const region = isJsonObject(row) ? row.region : undefined;
  return typeof region !== "string" || region.toLowerCase() === here.region.toLowerCase();
}
