import { describe, expect, test } from "vitest";
import { type Properties, secret, unknownValue } from "../support/plugin/pluginProperties.ts";
import { day, healthy, refusalOf } from "../support/plugin/pluginScene.ts";
import { usePlugin } from "../support/plugin/usePlugin.ts";

/** State whose words this version does not read: written by another one. */
const { emulator, plugin } = await usePlugin();

const fresh = { dbInstanceId: healthy, maxAge: "26h" };
const recorded = { verdict: "pass", backupId: "1" };
/** What zod would say. */
const zodText = /invalid_|"code"|"path"|ZodError/;

/** A word that is not one, a duration that is not one, an argument that is none, a number for text. */
const controls: readonly (readonly [string, Properties])[] = [
  ["recheck", { ...fresh, recheck: "sometimes" }],
  ["waitFor", { ...fresh, waitFor: "2 hours" }],
  ["enforcement", { ...fresh, enforcement: "Deny" }],
  ["track", { ...fresh, track: 1 }],
];
const conditions: readonly (readonly [string, Properties])[] = [
  ["maxAge", { ...fresh, maxAge: "a day" }],
  ["minCount", { ...fresh, minCount: "many" }],
  ["lookback", { ...fresh, lookback: 30 }],
  ["minRows", { ...fresh, minRows: 5 }],
  ["dbInstanceIds", { dbInstanceIds: [] }],
  ["backupMethod", { ...fresh, backupMethod: "Flash" }],
];
const everyWord = [...controls, ...conditions];

describe("H10: Delete", () => {
  test.each(everyWord)("%s that cannot be read: deleted, and nothing is asked", async (_, inputs) => {
    await plugin.delete(healthy, recorded, inputs);
    await plugin.delete(healthy, recorded, { ...inputs, denyDestroy: false });

    expect(emulator.requests()).toEqual([]);
  });
  test.each(controls)(
    "denyDestroy, and %s that cannot be read, which is no condition: the verdict decides",
    async (_, inputs) => {
      const locked = { ...inputs, denyDestroy: true };
      await plugin.delete(healthy, recorded, locked);
      emulator.age({ subject: healthy }, 3 * day);

      expect((await refusalOf(plugin.delete(healthy, recorded, locked))).details).toContain("older than 26h");
    },
  );
  test.each(conditions)(
    "denyDestroy, and the condition %s that cannot be read: refused, with the way out",
    async (name, inputs) => {
      const { details } = await refusalOf(plugin.delete(healthy, recorded, { ...inputs, denyDestroy: true }));

      const [headline = "", remedy = ""] = details.split("\n");
      expect(headline).toContain("The gate has denyDestroy and cannot be deleted, because its verdict is unknown");
      expect(headline).toContain(name);
      expect(remedy).toContain("deploy it with denyDestroy: false and enforcement: off");
      expect(details).not.toMatch(zodText);
      expect(emulator.requests()).toEqual([]);
    },
  );
  test("the way out that it names works", async () => {
    const before = { ...fresh, maxAge: "a day", denyDestroy: true };
    const news = { ...fresh, denyDestroy: false, enforcement: "off" };

    expect((await plugin.check(news)).failures).toEqual([]);
    expect(await plugin.diff({ recorded, before, news })).toMatchObject({ changes: "some" });
    const properties = await plugin.update({ recorded, before, news });
    await plugin.delete(healthy, { ...properties }, news);
    expect(emulator.requests()).toEqual([]);
  });
  test("a secret that cannot be read is not repeated", async () => {
    const inputs = { ...fresh, maxAge: secret("a secret day"), denyDestroy: true };
    const { details } = await refusalOf(plugin.delete(healthy, recorded, inputs));

    expect(details).toContain("maxAge: expected a duration");
    expect(details).not.toContain("a secret day");
  });
});

describe("H10: denyDestroy in another form is not an open door", () => {
  test.each<readonly [string, Properties[string]]>([
    ["text", "true"],
    ["another text", "false"],
    ["a number", 1],
    ["nothing but a form", {}],
    ["a secret", secret(true)],
    ["unknown", unknownValue],
  ])("%s: refused while the verdict is not pass", async (_, denyDestroy) => {
    emulator.age({ subject: healthy }, 3 * day);

    const { details } = await refusalOf(plugin.delete(healthy, recorded, { ...fresh, denyDestroy }));
    expect(details).toMatch(/denyDestroy: to delete it all the same|denyDestroy: false and enforcement: off/);
  });
  test.each([null, false, secret(false)])("%o: deleted", async (denyDestroy) => {
    emulator.age({ subject: healthy }, 3 * day);
    await plugin.delete(healthy, recorded, { ...fresh, denyDestroy });
  });
  test("without old inputs it is found in what was recorded, and so is what cannot be read", async () => {
    const state = { ...recorded, ...fresh, maxAge: "a day", denyDestroy: "true" };

    expect((await refusalOf(plugin.delete(healthy, state, {}))).details).toContain("maxAge");
  });
});

describe.each(everyWord)("H10: %s that cannot be read", (_, inputs) => {
  test("Read keeps the gate as it is", async () => {
    expect(await plugin.read(healthy, { ...inputs, ...recorded }, inputs)).toEqual({
      id: healthy,
      properties: { ...inputs, ...recorded },
      inputs,
    });
  });
  test("Diff, which a refresh asks with these very inputs, calls it a change and does not fail", async () => {
    expect(await plugin.diff({ recorded, before: inputs, news: inputs })).toMatchObject({ changes: "some" });
  });
  test("Diff names it when the program has put it right", async () => {
    const { changes, properties } = await plugin.diff({ recorded, before: inputs, news: fresh });

    expect(changes).toBe("some");
    expect(properties).not.toEqual([]);
  });
});
