import { InputError } from "../core/errors/InputError.ts";
import type { Override, OverrideStanding } from "./override.ts";
import { overrideStanding } from "./override.ts";

/** The clocks of a judgement. */
interface Clocks {
  /** The service's, or what is known of it. */
  readonly service: number;
  readonly local: number;
}

type UsableStanding = Exclude<OverrideStanding, { readonly kind: "tooLong" }>;

/**
 * What an override is worth now, by the later of the clocks: turning one of them back brings nothing back in force that has
 * ended by the other.
 *
 * @throws InputError for an override that ends later than one may.
 */
export function overrideStandingByLaterClock(
  override: Override | undefined,
  { service, local }: Clocks,
): UsableStanding {
  const standing = overrideStanding(override, Math.max(service, local));
  if (standing.kind === "tooLong") throw new InputError([{ property: "override.until", reason: standing.fault }]);
  return standing;
}
