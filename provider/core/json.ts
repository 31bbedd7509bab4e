/** What a reply or a Pulumi property can hold. Neither knows `undefined`, dates or big integers. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Absent, `null` and empty text all mean "the service said nothing", never a value. */
export function isBlank(value: Json | undefined): value is undefined | null | "" {
  if (typeof value !== "string") return value === undefined || value === null;
  const first = value.charCodeAt(0);
  // Nearly every text begins with a letter or a digit.
  return !(first > 0x20 && first < 0x7f) && value.trim() === "";
}
