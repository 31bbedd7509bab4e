import type { Gate } from "./gate.ts";
import type { GateInputs } from "./gateInputs.ts";

/**
 * The inputs that a gate was last deployed with. Where the state keeps none of their own, its properties must do, less
 * those whose name is an output's as well: either may be meant.
 *
 * @param inputs the inputs that the state keeps; without any when it keeps none
 * @param properties all inputs and outputs, as the state keeps them
 */
export function deployedInputsOrProperties<I extends GateInputs>(
  { inputs: { shape }, outputs }: Gate,
  inputs: I,
  properties: I,
): I {
  if (Object.keys(inputs.values).length + inputs.unknown.size > 0) return inputs;
  const values = Object.entries(properties.values).filter(([name]) => name in shape && !(name in outputs.shape));
  return { ...properties, values: Object.fromEntries(values) };
}
