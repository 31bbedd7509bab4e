import type { Gate } from "./gate.ts";
import type { Inputs } from "./inputs.ts";

/** The inputs among everything that was recorded, less those whose name is an output's as well: either may be meant. */
export function inputsOfRecord<I extends Inputs>({ inputs, outputs }: Gate, recorded: I): I {
  const values = Object.entries(recorded.values).filter(([name]) => name in inputs.shape && !(name in outputs.shape));
  return { ...recorded, values: Object.fromEntries(values) };
}
