import type { Host } from "../../core/host.ts";
import type { Settings } from "../settings.ts";

/** Everything that `findCredentialSource` reads to choose a source of credentials. */
export interface SourceChoiceContext {
  readonly settings: Settings;
  readonly env: Host["env"];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly warn: (message: string) => void;
}
