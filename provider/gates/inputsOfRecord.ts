import type { Gate } from "./gate.ts";
import type { Inputs } from "./inputs.ts";

/** The inputs among all properties of a gate in the state, less those whose name is an output's as well: either may be meant. */
export function inputsOfRecord<I extends Inputs>({ inputs, outputs }: Gate, properties: I): I {
  const values = Object.entries(properties.values).filter(([name]) => name in inputs.shape && !(name in outputs.shape));
  return { ...properties, values: Object.fromEntries(values) };
}
