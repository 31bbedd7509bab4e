import { operations } from "../operations/index.ts";
import { defineGate } from "./defineGate.ts";
import type { Gate } from "./gate.ts";

/** Every gate resource of this package. */
export const gates: readonly Gate[] = operations.map(defineGate);
