import { operations } from "../operations/index.ts";
import type { Gate } from "./gate/gate.ts";
import { gateOf } from "./gate/gateOf.ts";

/** Every gate resource of this package. */
export const gates: readonly Gate[] = operations.map(gateOf);
