import { type Seed, seedSchema } from "../seed.ts";
import failed from "./failed.json" with { type: "json" };
import healthy from "./healthy.json" with { type: "json" };
import stale from "./stale.json" with { type: "json" };

/** The instances that an emulator knows when it is not given others: one healthy, one failed, one stale. */
export const seeds: readonly Seed[] = [healthy, failed, stale].map((seed) => seedSchema.parse(seed));
