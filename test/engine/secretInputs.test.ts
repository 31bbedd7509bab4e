import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startGatedYaml } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { engineTexts } from "../support/engine/engineTexts.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { healthy, stale } from "../support/plugin/pluginScene.ts";
import { findSecrets, type Text } from "../support/secrets/findSecrets.ts";

const emulator = await useEmulator(startEmulator);

const secretly = (value: string) => ({ "fn::secret": value });

describeWithEngine("S3: a secret instance ID on a real engine", () => {
  test("stands in clear in no refusal, warning, event log or state", async () => {
    const given = { dbInstanceId: secretly(stale), maxAge: "26h" };
    await using project = await startGatedYaml(emulator, { given });
    const printed: Text[] = [];
    const note = (where: string, text: string) => printed.push({ where, text });

    for (const { succeeded, output } of [await project.preview(), await project.up()]) {
      expect(succeeded).toBe(false);
      expect(output).toContain("[secret] (cn-hangzhou): no good backup: the newest usable backup is");
      note("refusal", output);
    }
    await project.restart({ given: { ...given, enforcement: "warn" } });
    const warned = await project.up();
    expect(warned.succeeded, warned.output).toBe(true);
    expect(warned.output).toContain("[secret] (cn-hangzhou): no good backup");
    await project.restart({ given: { dbInstanceId: secretly(healthy), maxAge: "26h" } });
    const passed = await project.up();
    expect(passed.succeeded, passed.output).toBe(true);
    expect(await project.state()).toMatchObject({ gate: { outputs: { verdict: "pass" } } });
    note("up", warned.output + passed.output);

    // The program itself has it in clear.
    const written = (await engineTexts(project)).filter(({ where }) => where !== "Pulumi.yaml");
    expect(written.length).toBeGreaterThan(3);
    expect(findSecrets([...printed, ...written], [stale, healthy])).toEqual([]);
  });
});
