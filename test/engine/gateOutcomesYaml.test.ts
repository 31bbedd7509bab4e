import { afterAll, beforeAll, expect, test } from "vitest";
import { startGatedYaml } from "../support/engineGate.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { gateOutcomesExpected } from "../support/gateOutcomesExpected.ts";
import { gateOutcomesOnEngine } from "../support/gateOutcomesOnEngine.ts";
import { startGateOutcomes } from "../support/gateOutcomesScene.ts";

describeWithEngine("the outcome table in YAML", () => {
  let table: Awaited<ReturnType<typeof startGateOutcomes>>;
  beforeAll(async () => {
    table = await startGateOutcomes(startGatedYaml);
  });
  afterAll(() => table[Symbol.asyncDispose]());

  test.each(gateOutcomesOnEngine.map((cell) => [cell.name, cell] as const))("%s", async (_, cell) => {
    const { outcome, output } = await table.run(cell);

    expect(outcome, output).toEqual(gateOutcomesExpected(cell));
    expect(output).not.toMatch(/^ +at /m);
  });
});
