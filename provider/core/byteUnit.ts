const UNITS = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** The unit in which this many bytes are a handy number. */
export function byteUnit(bytes: number): { readonly name: string; readonly bytes: number } {
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  return { name: UNITS[power] ?? "bytes", bytes: 1024 ** power };
}
