import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import type { Phase } from "../../provider/gates/enforcementIn.ts";
import type { GateOutcome } from "../../provider/gates/gateOutcome.ts";
import { ERP, migrateTask } from "../support/fixtures/tasks.ts";
import { evaluateGate } from "../support/lookups/gates.ts";
import { openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

const words = ["deny", "warn", "off"] as const;
const everyPair = words.flatMap((enforcement) =>
  words.flatMap((previewEnforcement) =>
    [undefined, "1h"].map((waitFor) => ({ enforcement, previewEnforcement, waitFor })),
  ),
);
/** The state of a task, and the verdict that it leads to. */
const states = { pass: "Success", fail: "Failed", pending: "Running", unknown: "Paused" };

/** The answer is the same whenever it is asked for. */
async function outcome(phase: Phase, { waitFor, ...controls }: (typeof everyPair)[number]) {
  const inputs: JsonObject = { dbInstanceId: ERP, migrateTaskId: "1", ...controls, ...(waitFor && { waitFor }) };
  return await evaluateGate(openSession(emulator), "MigrateTaskGate", inputs, { phase });
}

const recordOf = (outcome: GateOutcome) => ("record" in outcome ? outcome.record : undefined);

describe.each(Object.entries(states))("W12: a task whose verdict is %s", (_, Status) => {
  test.each(everyPair)("nothing that preview shows is recorded otherwise in up: %o", async (controls) => {
    emulator.add(migrateTask("1", 5, { Status }));
    const [preview, up] = [await outcome("preview", controls), await outcome("up", controls)];

    if (preview.kind === "refused" || recordOf(preview) === undefined) return;
    expect(up.kind).toMatch(/^(passed|off|warned)$/);
    expect(recordOf(preview)).toEqual(recordOf(up));
  });

  test("and what is shown is not withheld without need", async () => {
    emulator.add(migrateTask("1", 5, { Status }));
    const warn = { enforcement: "warn", previewEnforcement: "warn", waitFor: undefined } as const;

    expect(recordOf(await outcome("preview", warn))).toMatchObject({ verdict: expect.any(String) });
  });
});
