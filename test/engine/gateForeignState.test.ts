import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { type CliProject, startCliProject } from "../support/engine/engineCli.ts";
import { gatedYaml } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { healthy } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const inputs = { dbInstanceId: healthy, maxAge: "26h" };

/** Makes the state what another version might have written, with another word in place of one. */
async function rewriteState({ path }: CliProject, word: string, other: string): Promise<void> {
  const folder = join(path, "state", ".pulumi", "stacks");
  const file = (await readdir(folder, { recursive: true })).find((name) => name.endsWith("test.json")) ?? "";
  const text = await readFile(join(folder, file), "utf8");
  expect(text).toContain(word);
  await writeFile(join(folder, file), text.replaceAll(word, other));
}

describeWithEngine("H10: a gate whose state has words of another version", () => {
  test("is refreshed, and deleted", async () => {
    await using project = await startCliProject(gatedYaml({ given: { ...inputs, recheck: "untilPassed" } }), emulator);
    expect(await project.up()).toMatchObject({ code: 0 });
    await rewriteState(project, '"untilPassed"', '"sometimes"');
    emulator.clearRequests();

    const refresh = await project.pulumi("refresh", "--yes", "--skip-preview");
    expect(refresh.code, refresh.output).toBe(0);
    expect(await project.state()).toMatchObject({ gate: { outputs: { verdict: "pass", recheck: "sometimes" } } });
    const destroy = await project.pulumi("destroy", "--yes", "--skip-preview");
    expect(destroy.code, destroy.output).toBe(0);
    expect(await project.state()).toEqual({});
    expect(emulator.requests()).toEqual([]);
  });

  test("with denyDestroy and a condition that cannot be read: refused, and the way out works", async () => {
    await using project = await startCliProject(gatedYaml({ given: { ...inputs, denyDestroy: true } }), emulator);
    expect(await project.up()).toMatchObject({ code: 0 });
    await rewriteState(project, '"26h"', '"a day"');

    const { code, output } = await project.pulumi("destroy", "--yes", "--skip-preview");
    expect(code).not.toBe(0);
    expect(output).toContain("The gate has denyDestroy and cannot be deleted, because its verdict is unknown: maxAge:");
    expect(output).not.toMatch(/invalid_|ZodError/);
    expect(await project.state()).toHaveProperty("gate");

    const freed = gatedYaml({ given: { ...inputs, denyDestroy: false, enforcement: "off" } });
    await writeFile(join(project.path, "Pulumi.yaml"), freed);
    expect(await project.up()).toMatchObject({ code: 0 });
    expect(await project.pulumi("destroy", "--yes", "--skip-preview")).toMatchObject({ code: 0 });
  });
});
