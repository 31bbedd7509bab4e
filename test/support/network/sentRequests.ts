import type { Emulator } from "../../../emulator/index.ts";

const NEW_EACH_TIME = new Set(["Signature", "SignatureNonce", "Timestamp"]);

/** What was received, request by request: `key=value`, sorted, without what differs from one request to the next. */
export function sentRequests(emulator: Emulator): readonly string[] {
  return emulator.requests().map(({ parameters }) =>
    Object.entries(parameters)
      .filter(([key]) => !NEW_EACH_TIME.has(key))
      .map(([key, value]) => `${key}=${value}`)
      .sort()
      .join("\n"),
  );
}
