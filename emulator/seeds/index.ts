import { type Seed, seedSchema } from "../seed.ts";
import downloads from "./downloads.json" with { type: "json" };
import failed from "./failed.json" with { type: "json" };
import healthy from "./healthy.json" with { type: "json" };
import migration from "./migration.json" with { type: "json" };
import plan from "./plan.json" with { type: "json" };
import stale from "./stale.json" with { type: "json" };

/** The default instances and plans of an emulator; `about` describes each. */
export const seeds: readonly Seed[] = [healthy, failed, stale, migration, downloads, plan].map((seed) =>
  seedSchema.parse(seed),
);
