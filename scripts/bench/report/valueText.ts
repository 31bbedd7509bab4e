import type { Figure } from "./figure.ts";

/** `3.91`, `152 MB`, `2.4 ms`, `1 request` */
export function valueText(value: number, unit: Figure["unit"]): string {
  if (unit === "ratio") return value.toFixed(2);
  if (unit === "ms" && value < 10) return `${value.toFixed(1)} ms`;
  return `${value.toFixed(0)} ${unit === "requests" && value === 1 ? "request" : unit}`;
}
