/** Whether a request has signature V3, by its headers. */
export function hasV3Signature(headers: Readonly<Record<string, string>>): boolean {
  return headers.authorization?.startsWith("ACS3") ?? false;
}
