import { expect } from "vitest";
import { outcomes } from "./gateOutcomes.ts";
import type { EngineCell } from "./gateOutcomesOnEngine.ts";
import { healthy, latestHealthyBackup } from "./pluginScene.ts";

const made = ["create began", "create done"];
/** In preview the engine has no event for a step that failed: it is the one that was never done. */
const refusal = { preview: ["create began"], up: ["create began", "create failed"] };

/** What the engine does, says and keeps, and whether the service is asked, when a gate of a new stack does so. */
export function gateOutcomesExpected(cell: EngineCell) {
  const { does, phase, gate } = cell;
  const refused = does === "is refused" || does === "waited";
  const before = gate.later === undefined ? {} : { db: made };
  return {
    succeeded: !refused,
    steps: refused ? { ...before, gate: refusal[phase] } : { ...before, gate: made, migration: made },
    messages: messagesOf(cell),
    asked: !does.startsWith("is off") && does !== "tells nothing",
    state: phase === "preview" ? {} : stateOf(cell, refused),
  };
}

/** All that anyone is told. */
function messagesOf({ does, phase, outcome }: EngineCell) {
  const { says } = outcomes[outcome];
  const ofGate = (severity: string, pattern: string) => ({
    severity,
    resource: "gate",
    text: expect.stringMatching(new RegExp(pattern)),
  });
  const ending = { severity: "error", resource: "", text: phase === "up" ? "update failed\n" : "preview failed\n" };
  // The first line stands alone, and the remedy is the last.
  const report = (between = "") => `^[^\\n]*${says}[^\\n]*\\n${between}[^]*\\n  What to do: [^\\n]*\\n$`;
  switch (does) {
    case "passes":
    case "passes for now":
    case "is off":
    case "is off for now":
      return [];
    case "warns":
    case "warns for now":
      return [ofGate("warning", report())];
    case "is refused":
      return [ofGate("error", report()), ending];
    case "would wait":
      return [ofGate("info", report("  In pulumi up the gate would wait up to 2h for it\\.\\n"))];
    case "waited":
      return [
        ofGate("info", `^look 1, 0s, .*${says}.*, next look in 1s\\n$`),
        ofGate("error", report(`  Gave up: waited \\d+s in 2 looks; seen: .*${says}`)),
        ending,
      ];
    case "tells nothing":
      return [
        ofGate("info", `^The gate was not evaluated in this preview: ${says}\\. It will be evaluated in pulumi up`),
      ];
  }
}

/** Nothing of a gate that was refused; its record only when it has passed. */
function stateOf({ does, outcome, gate }: EngineCell, refused: boolean) {
  const { type = "BackupGate", given, later } = gate;
  const before = later === undefined ? {} : { db: expect.anything() };
  if (refused) return before;
  const asked = later === undefined ? given : { ...given, dbInstanceId: later };
  const passed = {
    verdict: "pass",
    backupId: latestHealthyBackup,
    recoveryPointTime: expect.any(String),
    place: expect.stringMatching(/^cn-hangzhou at http:\/\/127\.0\.0\.1:\d+$/),
    backup: expect.objectContaining({ backupId: latestHealthyBackup, dbInstanceId: healthy }),
  };
  const told = does === "passes" ? passed : { verdict: does === "is off" ? "off" : outcome };
  return {
    ...before,
    gate: { type: `alicloud-backups:rds:${type}`, outputs: { ...asked, ...told } },
    migration: { type: "pulumi:index:Stash", outputs: { input: "release 1", output: "release 1" } },
  };
}
