const UNITS = ["KiB", "MiB", "GiB", "TiB", "PiB"];

/** `"43.3 GiB"`, `"512 bytes"`: for people. */
export function describeSize(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  const exponent = Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length);
  return `${(bytes / 1024 ** exponent).toFixed(1)} ${UNITS[exponent - 1]}`;
}
