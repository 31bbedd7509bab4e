import { expect } from "vitest";
import { stale } from "../plugin/pluginScene.ts";
import type { ProgramRun } from "./engineProgram.ts";

/** How the report about the stale instance begins. */
export const tooOld = `${stale} (cn-hangzhou): no good backup: the newest usable backup is 9d`;

const guardHook = "alicloud-backups:guardDatabases";

/** The errors of a preview or an up, by resource, when a hook has refused steps of these. */
export function refusals(run: "preview" | "update", reports: Readonly<Record<string, string>>, hook = guardHook) {
  const before = `${run === "preview" ? "Preview failed: " : ""}before hook "${hook}" failed: `;
  const errors = Object.entries(reports).map(([name, report]) => [name, [startingWith(before + report)]]);
  return { ...Object.fromEntries(errors), stack: [`${run} failed\n`] };
}

/** The update of this resource was begun by `pulumi up`, refused with this report, and nothing else went wrong. */
export function expectRefusedUpdate({ succeeded, events }: ProgramRun, name: string, report = tooOld): void {
  expect(succeeded).toBe(false);
  expect(events.steps()[name]).toEqual(["update began", "update failed"]);
  expect(events.told("error")).toEqual(refusals("update", { [name]: report }));
}

export function startingWith(text: string): unknown {
  return expect.stringMatching(new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`));
}
