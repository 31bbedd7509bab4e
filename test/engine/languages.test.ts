import { test } from "vitest";
import { languages } from "../../scripts/languages/language.ts";
import { missingProgram } from "../../scripts/languages/missingProgram.ts";
import { playShortScenario } from "../../scripts/languages/playScenario.ts";
import { writeSdks } from "../../scripts/languages/writeSdks.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";

/** Cold, Go compiles the generators and the SDK, and pip installs Pulumi's. */
const COLD_MS = 10 * 60_000;

// Node.js has an SDK of its own, which all other engine tests use; `npm run languages` tries the generated one.
describeWithEngine("a program with the generated SDK, through good and bad nights", () => {
  for (const language of [languages.python, languages.go]) {
    const missing = missingProgram(language);
    test.skipIf(missing !== undefined)(missing ?? `in ${language.name}`, { timeout: COLD_MS }, async () => {
      await writeSdks();
      await playShortScenario(await language.prepare());
    });
  }
});
