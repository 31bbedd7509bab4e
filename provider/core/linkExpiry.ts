/** When a pre-signed OSS link expires: `Expires` in seconds, or the signing time and lifetime of a V4 signature. */
export function linkExpiry(link: string): number | undefined {
  const query = URL.parse(link)?.searchParams;
  const expires = query?.get("Expires") ?? "";
  if (/^\d{9,11}$/.test(expires)) return Number(expires) * 1000;
  const signed = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query?.get("x-oss-date") ?? "");
  const lifetime = query?.get("x-oss-expires") ?? "";
  if (signed === null || !/^\d{1,7}$/.test(lifetime)) return undefined;
  const [year, month, day, ...time] = signed.slice(1);
  const at = Date.parse(`${year}-${month}-${day}T${time.join(":")}Z`);
  return Number.isNaN(at) ? undefined : at + Number(lifetime) * 1000;
}
