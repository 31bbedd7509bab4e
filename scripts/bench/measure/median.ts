import { quantile } from "./quantile.ts";

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
