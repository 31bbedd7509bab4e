import { InputError } from "../core/errors/InputError.ts";
import { nearestWord } from "../core/nearestWord.ts";
import { regions } from "./regions.ts";
import type { Settings } from "./settings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether regions that are not in the table are let through: by the setting, else by pulumi-alicloud's variable. */
export function skipsRegionValidation({ skipRegionValidation }: Settings, env: Environment): boolean {
  return skipRegionValidation ?? /^(1|t|true)$/i.test(env.ALICLOUD_SKIP_REGION_VALIDATION ?? "");
}

/**
 * @param setBy where the region was set, when it is not the property itself
 * @throws InputError for a region that is not in the table, unless any is let through.
 */
export function checkRegion(region: string, anyRegion: boolean, setBy: string | undefined): void {
  // Part of a host name: a region that is let through unknown must still be one label.
  const label = /^[a-z0-9][a-z0-9-]{0,62}$/.test(region);
  if (regions.has(region) || (anyRegion && label)) return;
  const nearest = nearestWord(region, sameContinent(region));
  const hint = nearest ? `: did you mean ${nearest}?` : `, which has ${[...regions.keys()].join(", ")}.`;
  const origin = setBy === undefined || setBy === "region" ? "" : ` (set by ${setBy})`;
  const reason =
    `${JSON.stringify(region.slice(0, 60))}${origin} is not in this version's table of regions${hint} ` +
    "For a newer region set skipRegionValidation: true, or use a Provider with that region and its endpoints";
  throw new InputError([{ property: "region", reason }]);
}

/** Suggestions are limited to one continent: `me-central-1` is not a misspelt `eu-central-1`. */
function sameContinent(region: string): string[] {
  const [continent] = region.toLowerCase().split(/[-_ ]/);
  return [...regions.keys()].filter((name) => name.startsWith(`${continent}-`));
}
