/**
 * The line of the first mistake in a text that is not JSON. The parser's own message cannot be shown, because it quotes
 * the text, and it does not always hold a line number.
 */
export function jsonErrorLine(text: string): number {
  const message = errorOf(text);
  const line = / \(line (\d+) column \d+\)$/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const lines = text.trimEnd().split("\n");
  if (!isWrongToken(message)) return lines.length;
  // The first prefix with a wrong token ends in the mistake. A prefix that is only incomplete has none.
  return 1 + lines.findIndex((_, index) => isWrongToken(errorOf(lines.slice(0, index + 1).join("\n"))));
}

function isWrongToken(message: string): boolean {
  return message.startsWith("Unexpected token");
}

function errorOf(text: string): string {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}
