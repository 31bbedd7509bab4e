import { findSecrets, type Text } from "./findSecrets.ts";

/** Fails a test, whatever it is about, when something that it printed or stored holds a secret in clear. */
export function refuseSecrets(texts: readonly Text[]): void {
  const found = findSecrets(texts);
  if (found.length > 0) throw new Error(`Secrets in clear:\n${found.join("\n")}`);
}
