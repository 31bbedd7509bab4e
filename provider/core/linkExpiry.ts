/** When a pre-signed OSS link expires: `Expires` in seconds, or the signing time and lifetime of a V4 signature. */
export function linkExpiry(link: string): number | undefined {
  const query = URL.parse(link)?.searchParams;
  // What is there twice contradicts itself.
  const only = (name: string) => (query?.getAll(name).length === 1 ? (query.get(name) ?? "") : "");
  const expires = only("Expires");
  if (/^\d{9,11}$/.test(expires)) return Number(expires) * 1000;
  const signed = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(only("x-oss-date"));
  const lifetime = only("x-oss-expires");
  if (signed === null || !/^\d{1,7}$/.test(lifetime)) return undefined;
  const [year, month, day, ...time] = signed.slice(1);
  const text = `${year}-${month}-${day}T${time.join(":")}.000Z`;
  const at = Date.parse(text);
  // Date.parse takes 30 February for 2 March.
  return Number.isNaN(at) || new Date(at).toISOString() !== text ? undefined : at + Number(lifetime) * 1000;
}
