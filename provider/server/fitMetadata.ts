/** An error travels in gRPC metadata, of which peers take 8 KiB in all, and which ends a connection when it is longer. */
const MAX_BYTES = 6 * 1024;
const LEFT_OUT = "  ... (shortened)";

/** The text, or its first lines and its last one, which says what to do. Half a character would make gRPC throw. */
export function fitMetadata(text: string): string {
  const whole = text.toWellFormed();
  if (size(whole) <= MAX_BYTES) return whole;
  const lines = whole.split("\n").map(fitLine);
  const last = lines.length > 1 ? lines.pop() : undefined;
  const end = [LEFT_OUT, ...(last === undefined ? [] : [last])];
  const shown: string[] = [];
  let left = MAX_BYTES - size(end.join("\n"));
  for (const line of lines) {
    left -= size(`${line}\n`);
    if (left < 0) break;
    shown.push(line);
  }
  return [...shown, ...end].join("\n");
}

/** As gRPC sends it: percent-encoded, but for plain characters. */
function size(text: string): number {
  return Buffer.byteLength(text.replace(/[^ -~]|%/gu, (sign) => "%00".repeat(Buffer.byteLength(sign))));
}

/** No line alone may take all the room. */
function fitLine(line: string): string {
  if (size(line) <= MAX_BYTES / 4) return line;
  let kept = line.slice(0, MAX_BYTES / 4);
  while (size(kept) > MAX_BYTES / 4) kept = kept.slice(0, Math.floor(kept.length * 0.9));
  return `${kept.replace(/[\uD800-\uDBFF]$/, "")}...`;
}
