/**
 * What a rule says of a row. `unclear`: not understood, or contradictory, so that it may be a good one. `needsArgument`:
 * only the caller can tell, by an argument.
 */
export type Standing = "good" | "bad" | "unclear" | "needsArgument";

/** What is certainly wrong outweighs what is not understood, and that what the caller can settle. */
export function combine(standings: readonly Standing[]): Standing {
  return (["bad", "unclear", "needsArgument"] as const).find((standing) => standings.includes(standing)) ?? "good";
}
