import { describe, test } from "vitest";

/** Holds `pulumi` and `pulumi-language-yaml`; `npm test` finds or builds them. */
const folder = process.env.PULUMI_ENGINE_DIR;
const missing = process.env.PULUMI_ENGINE_MISSING ?? "PULUMI_ENGINE_DIR is not set: run `npm test`.";

/** Tests that need a Pulumi engine: skipped without one, as the summary says; where CI=true that is a failure. */
export function describeWithEngine(name: string, define: () => void): void {
  if (folder === undefined && process.env.CI === "true") {
    describe(name, () => {
      test("needs a Pulumi engine", () => {
        throw new Error(missing);
      });
    });
  } else {
    describe.skipIf(folder === undefined)(name, define);
  }
}

export function engineFolder(): string {
  if (folder === undefined) throw new Error(missing);
  return folder;
}
