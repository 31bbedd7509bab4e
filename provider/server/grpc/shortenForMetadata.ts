/** An error is sent as gRPC metadata. Peers accept 8 KiB of it in all, and close the connection when it is longer. */
const MAX_BYTES = 6 * 1024;
const LEFT_OUT = "  ... (shortened)";

/** Shortens a text to its first lines and its last one, the remedy. gRPC throws for half a surrogate pair. */
export function shortenForMetadata(text: string): string {
  const whole = text.toWellFormed();
  if (size(whole) <= MAX_BYTES) return whole;
  const lines = whole.split("\n").map(fitLine);
  const last = lines.length > 1 ? lines.pop() : undefined;
  const end = [LEFT_OUT, ...(last === undefined ? [] : [last])];
  const fitting: string[] = [];
  let bytesLeft = MAX_BYTES - size(end.join("\n"));
  for (const line of lines) {
    bytesLeft -= size(`${line}\n`);
    if (bytesLeft < 0) break;
    fitting.push(line);
  }
  return [...fitting, ...end].join("\n");
}

/** As gRPC sends it: percent-encoded, but for plain characters. */
function size(text: string): number {
  return Buffer.byteLength(text.replace(/[^ -~]|%/gu, (sign) => "%00".repeat(Buffer.byteLength(sign))));
}

/** Shortens a line to a quarter of the limit, so that others fit beside it. */
function fitLine(line: string): string {
  if (size(line) <= MAX_BYTES / 4) return line;
  let start = line.slice(0, MAX_BYTES / 4);
  while (size(start) > MAX_BYTES / 4) start = start.slice(0, Math.floor(start.length * 0.9));
  return `${start.replace(/[\uD800-\uDBFF]$/, "")}...`;
}
