// npm run languages: the SDKs that Pulumi's generators make of the schema, each compiled, checked and deployed with.
import { formatElapsed } from "./engine/showProgress.ts";
import { checkSchemaCommand } from "./languages/checkSchemaCommand.ts";
import { languages } from "./languages/language.ts";
import { missingProgram } from "./languages/missingProgram.ts";
import { playScenario } from "./languages/playScenario.ts";
import { writeSdks } from "./languages/writeSdks.ts";

const failed: string[] = [];
try {
  await checkSchemaCommand();
  console.log("✓ pulumi package get-schema prints schema.json");
} catch (error) {
  console.log(`✗ ${error instanceof Error ? error.message : error}`);
  failed.push("get-schema");
}
for (const language of Object.values(languages)) {
  const missing = missingProgram(language);
  console.log(missing ?? language.name);
  if (missing) continue;
  const started = Date.now();
  try {
    await writeSdks();
    const program = await language.prepare();
    await language.check();
    console.log(`  ✓ SDK and program are compiled and checked (${formatElapsed(started)})`);
    await playScenario(program, (step) => console.log(`  ✓ ${step} (${formatElapsed(started)})`));
  } catch (error) {
    console.log(`  ✗ ${error instanceof Error ? error.message : error}`);
    failed.push(language.name);
  }
}
console.log(failed.length === 0 ? "Every language that is installed here works." : `Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
