import { byteUnit } from "./byteUnit.ts";

/** `"43.3 GiB"`, `"512 bytes"`: for people. */
export function describeSize(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  const unit = byteUnit(bytes);
  return `${(bytes / unit.bytes).toFixed(1)} ${unit.name}`;
}
