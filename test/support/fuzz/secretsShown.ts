import { findSecrets } from "../secrets/findSecrets.ts";

/** Where a text shows a secret. A text may be cut right behind a name, or inside the word that stands for a secret. */
export function secretsShown(text: string): readonly string[] {
  return findSecrets([{ where: "shown", text }]).filter((place) => !/=(\[r?e?d?a?c?t?e?d?)?\.{1,3}$/.test(place));
}
