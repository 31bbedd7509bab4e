import type { Host } from "../../core/host.ts";
import type { Settings } from "../settings.ts";

/** What a search for a key looks at. */
export interface Look {
  readonly settings: Settings;
  readonly env: Host["env"];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly warn: (message: string) => void;
}
