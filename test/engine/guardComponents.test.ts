import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { startingWith, tooOld } from "../support/engine/refusals.ts";
import { instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { stale } from "../support/plugin/pluginScene.ts";
import type { Item } from "./programs/scene.ts";

const emulator = await useEmulator(startEmulator);

const guard = { maxAge: "26h" };
const empty = { maxAge: "26h", allowNone: true };
const port = { port: "3307" };
/** On its way to a component in another language, a resource's input goes through the guard's hands. */
const secrets = { tdePassword: "correct-horse-battery" };
const before = 'before hook "alicloud-backups:guardDatabases" failed: ';

/** With its database, which is `wiki-db`, and without it. */
const inProgram = {
  whose: "of the program itself",
  whole: (more = {}): Item => ({ ...instance("wiki-db", stale, more), secrets, inside: "wiki" }),
  without: [],
};
const inAnotherLanguage = {
  whose: "of another language",
  whole: (more = {}): Item => {
    const args = { instanceName: stale, zoneId: "cn-hangzhou-h", ...more };
    return { type: "Wiki", name: "wiki", args, secrets };
  },
  without: [{ type: "Wiki", name: "wiki", args: {} }],
} as const;

describeWithEngine("guardDatabases and a database in a component", () => {
  test.each([inProgram, inAnotherLanguage])(
    "$whose: update and delete are refused, and go on with a good backup",
    async ({ whole, without }) => {
      await using project = await startGuarded(emulator, { scene: { guard, resources: [whole()] } });
      expect(await project.up()).toMatchObject({ succeeded: true });
      const { "wiki-db": deployed } = await project.deployed();
      expect(deployed?.resourceHooks).toEqual({
        BeforeUpdate: ["alicloud-backups:guardDatabases"],
        BeforeDelete: ["alicloud-backups:guardDatabases"],
      });
      expect(deployed?.inputs.tdePassword).toHaveProperty("ciphertext");

      project.write({ guard, resources: [whole(port)] });
      const update = await project.up();
      expect(update.succeeded).toBe(false);
      expect(update.events.steps()["wiki-db"]).toEqual(["update began", "update failed"]);
      expect(update.events.told("error")["wiki-db"]).toEqual([startingWith(before + tooOld)]);

      project.write({ guard: empty, resources: without });
      const preview = await project.preview();
      expect(preview.succeeded).toBe(false);
      expect(preview.events.steps()["wiki-db"]).toEqual(["delete began"]);
      expect(preview.events.told("error")["wiki-db"]).toEqual([startingWith(`Preview failed: ${before}${tooOld}`)]);
      const removal = await project.up();
      expect(removal.succeeded).toBe(false);
      expect(removal.events.steps()["wiki-db"]).toEqual(["delete began", "delete failed"]);
      expect(removal.events.told("error")["wiki-db"]).toEqual([startingWith(before + tooOld)]);
      expect(await project.deployed()).toMatchObject({ "wiki-db": deployed });
      expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create"]);

      emulator.repeat({ subject: stale });
      project.write({ guard, resources: [whole(port)] });
      expect((await project.up()).events.steps()["wiki-db"]).toEqual(["update began", "update done"]);
      project.write({ guard: empty, resources: without });
      expect((await project.up()).events.steps()["wiki-db"]).toEqual(["delete began", "delete done"]);
      expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "update", "delete"]);
      expect(await project.deployed()).not.toHaveProperty("wiki-db");
    },
  );
});
