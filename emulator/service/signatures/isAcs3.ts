/** Whether a request has signature V3, by its headers. */
export function isAcs3(headers: Readonly<Record<string, string>>): boolean {
  return headers.authorization?.startsWith("ACS3") ?? false;
}
