import type { Json } from "../core/json.ts";

export const outputFormats = ["text", "json", "markdown"] as const;
export type OutputFormat = (typeof outputFormats)[number];

export function jsonText(value: Json): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
