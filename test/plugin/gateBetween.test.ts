import { describe, expect, test } from "vitest";
import { changesOfTheNewest } from "../support/betweenPreviewAndUp.ts";
import { healthy, refusalOf } from "../support/pluginScene.ts";
import { usePlugin } from "../support/usePlugin.ts";

const { emulator, plugin } = await usePlugin();

const inputs = { dbInstanceId: healthy, maxAge: "26h" };

describe.each(changesOfTheNewest)("a backup that $change between preview and up", ({ happens, says }) => {
  test("is caught when the gate is created", async () => {
    expect((await plugin.create(inputs, { preview: true })).properties).toMatchObject({ verdict: "pass" });
    happens(emulator);

    expect((await refusalOf(plugin.create(inputs))).details).toContain(says);
  });

  test("is caught when the gate has passed before", async () => {
    const { properties } = await plugin.create(inputs);
    const gate = { recorded: { ...properties }, before: inputs, news: inputs };
    expect(await plugin.diff(gate)).toMatchObject({ changes: "none" });
    happens(emulator);

    expect(await plugin.diff(gate)).toMatchObject({ changes: "some", replaces: [] });
    expect((await refusalOf(plugin.update(gate))).details).toContain(says);
  });

  test("is caught when the gate's inputs changed", async () => {
    const { properties } = await plugin.create(inputs);
    const gate = { recorded: { ...properties }, before: inputs, news: { ...inputs, minCount: 1 } };
    expect(await plugin.update(gate, { preview: true })).toMatchObject({ verdict: "pass" });
    happens(emulator);

    expect((await refusalOf(plugin.update(gate))).details).toContain(says);
  });
});
