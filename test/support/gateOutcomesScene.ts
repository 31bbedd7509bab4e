import { type Emulator, startEmulator } from "../../emulator/index.ts";
import type { GatedProject, GateUnderTest } from "./engineGate.ts";
import { arrange } from "./gateOutcomes.ts";
import type { EngineCell } from "./gateOutcomesOnEngine.ts";

type Start = (emulator: Emulator, gate: GateUnderTest) => Promise<GatedProject>;

/** One project for the whole table: each cell begins anew in it, which takes a fraction of the time of another one. */
export async function startGateOutcomes(start: Start) {
  const emulator = await startEmulator();
  const project = await start(emulator, { given: {} });
  return {
    /** What a preview or an up of the cell came to. */
    async run({ outcome, phase, gate }: EngineCell) {
      arrange(emulator, outcome);
      await project.restart(gate);
      const { succeeded, output, events } = await project[phase]();
      const asked = emulator.requests().length > 0;
      const [steps, messages, state] = [events.steps(), events.messages(), await project.state()];
      return { output, outcome: { succeeded, steps, messages, asked, state } };
    },
    async [Symbol.asyncDispose]() {
      await project[Symbol.asyncDispose]();
      await emulator.close();
    },
  };
}
