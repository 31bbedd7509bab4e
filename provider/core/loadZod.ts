import { z } from "zod";

/**
 * zod, for whoever needs it when it needs it: most lookups do without. In the plugin's bundle `bundledZod.ts` stands in for
 * this file, and zod is loaded by the first call.
 */
export function loadZod(): typeof z {
  return z;
}
