import { expect, test } from "vitest";
import { type Language, languages, type Program } from "../../scripts/languages/language.ts";
import { missingProgram } from "../../scripts/languages/missingProgram.ts";
import { playShortScenario } from "../../scripts/languages/playScenario.ts";
import { writeSdks } from "../../scripts/languages/writeSdks.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";

/** Cold, Go compiles the generators and the SDK, and pip installs Pulumi's. */
const COLD_MS = 10 * 60_000;

// Node.js has an SDK of its own, which all other engine tests use; `npm run languages` tries the generated one.
describeWithEngine("a program with the generated SDK, through good and bad nights", () => {
  test.for([languages.python, languages.go])("in $name", { timeout: COLD_MS }, async (language, { skip }) => {
    const program = await prepare(language);
    if ("missing" in program) return skip(program.missing);
    const steps: string[] = [];
    await playShortScenario(program, (step) => steps.push(step));
    expect(steps).toEqual([
      "up reads ID, verdict and tasks, and the link is a secret",
      "preview is refused with the report once the backups are too old",
    ]);
  });
});

/** The program, or why it cannot be tried on this machine: no compiler, or no registry. In CI the latter is a failure. */
async function prepare(language: Language): Promise<Program | { readonly missing: string }> {
  const missing = missingProgram(language);
  if (missing !== undefined) return { missing };
  try {
    await writeSdks();
    return await language.prepare();
  } catch (error) {
    if (process.env.CI === "true") throw error;
    return { missing: `${language.name} is not tried: ${error instanceof Error ? error.message : error}` };
  }
}
