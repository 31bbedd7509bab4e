/** Stands in for `loadZod.ts` in the plugin's bundle. As `require`, what is bundled runs when it is called for, and not before. */
export function loadZod(): typeof import("zod").z {
  return require("zod").z;
}
