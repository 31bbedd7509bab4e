import type { GateUnderTest } from "./engineGate.ts";
import { type Does, type Outcome, outcomes } from "./gateOutcomes.ts";
import { type Cell, type Enforcement, gateOutcomesTable, type Phase } from "./gateOutcomesTable.ts";
import { healthy, stale } from "./pluginScene.ts";

/** One cell of the outcome table, as a run of the real engine on a new stack. */
export interface EngineCell {
  readonly name: string;
  readonly outcome: Outcome;
  readonly phase: Phase;
  readonly does: Does;
  readonly gate: GateUnderTest;
}

interface Scene {
  readonly name: string;
  readonly gate: GateUnderTest;
  /** What it comes to in which phase. */
  readonly preview?: Outcome;
  readonly up: Outcome;
}

interface Controls {
  readonly enforcement?: Enforcement;
  readonly previewEnforcement?: Enforcement;
}

const { pass, fail, pending, unknown } = outcomes;
const passing: Scene = { name: "pass", gate: { given: pass.inputs }, preview: "pass", up: "pass" };
const failing: Scene = { name: "fail", gate: { given: fail.inputs }, preview: "fail", up: "fail" };

/** What is not known in preview is known in `up`: no program can bring about a gate that is not evaluated there. */
const scenes: readonly Scene[] = [
  passing,
  failing,
  { name: "pending", gate: { type: pending.type, given: pending.inputs }, preview: "pending", up: "pending" },
  { name: "unknown", gate: { given: unknown.inputs }, preview: "unknown", up: "unknown" },
  { name: "notEvaluated", gate: { given: { maxAge: "26h" }, later: stale }, preview: "notEvaluated", up: "fail" },
  { name: "notEvaluated, a pass then", gate: { given: { maxAge: "26h" }, later: healthy }, up: "pass" },
];

const withoutWait: readonly Cell[] = ["preview", "up"];
const everyCell: readonly Cell[] = [...withoutWait, "preview waitFor", "up waitFor"];

/** The whole table; then the default, and `previewEnforcement`, which holds in preview alone. */
export const gateOutcomesOnEngine: readonly EngineCell[] = [
  ...scenes.flatMap((scene) => cellsOf(scene, everyCell, { enforcement: "deny" })),
  ...scenes.flatMap((scene) => cellsOf(scene, everyCell, { enforcement: "warn" })),
  ...scenes.flatMap((scene) => cellsOf(scene, everyCell, { enforcement: "off" })),
  ...cellsOf(failing, withoutWait, {}),
  ...cellsOf(failing, withoutWait, { enforcement: "deny", previewEnforcement: "warn" }),
  ...cellsOf(failing, everyCell, { enforcement: "warn", previewEnforcement: "deny" }),
  ...cellsOf(failing, withoutWait, { enforcement: "deny", previewEnforcement: "off" }),
  ...cellsOf(passing, withoutWait, { enforcement: "off", previewEnforcement: "deny" }),
];

function cellsOf(scene: Scene, cells: readonly Cell[], controls: Controls): EngineCell[] {
  const { enforcement = "deny", previewEnforcement = enforcement } = controls;
  const table = gateOutcomesTable(enforcement, previewEnforcement);
  const said = [
    controls.enforcement ?? "no enforcement",
    ...(previewEnforcement === enforcement ? [] : [`${previewEnforcement} in preview`]),
  ];
  return cells.flatMap((cell) => {
    const phase = cell.startsWith("up") ? "up" : "preview";
    const outcome = scene[phase];
    if (outcome === undefined) return [];
    const does = table[outcome][cell];
    // Two hours of waiting in vain would end the test: only one that is due is short.
    const wait = cell.endsWith("waitFor") ? { waitFor: does === "waited" ? "1s" : "2h" } : {};
    const gate = { ...scene.gate, given: { ...scene.gate.given, ...controls, ...wait } };
    return [{ name: `${[scene.name, ...said, cell].join(", ")}: ${does}`, outcome, phase, does, gate }];
  });
}
