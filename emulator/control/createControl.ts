import type { EmulatorControl } from "../Emulator.ts";
import type { EmulatorState } from "../EmulatorState.ts";
import { listFaultCases } from "../faults/listFaultCases.ts";
import { ruleOf } from "../faults/ruleOf.ts";
import { modesWithChanges } from "../modes.ts";

/** The in-process control of an emulator. */
export function createControl(state: EmulatorState): EmulatorControl {
  const { clock, records, faults } = state;
  return {
    now: () => clock.now(),
    advance: (ms) => clock.advance(ms),
    records: (selector = {}) => records.find(selector),
    add: (...added) => records.add(added),
    addSubject: (subject, region) => records.addSubject(subject, region),
    change: (selector, fields) => records.change(selector, fields),
    remove: (selector) => records.remove(selector),
    age: (selector, ms) => records.shift(selector, -ms),
    repeat: (selector, fields = {}) => records.repeat(selector, clock.now(), fields),
    modes: () => state.modes,
    setModes: (modes) => {
      state.modes = modesWithChanges(state.modes, modes);
    },
    inject: (...injected) => {
      for (const rule of injected.map(ruleOf)) faults.add(rule);
    },
    catalogue: () => listFaultCases(),
    clearFaults: () => faults.clear(),
    requests: () => state.requests,
    clearRequests: () => {
      state.requests = [];
    },
    reset: () => state.reset(),
  };
}
