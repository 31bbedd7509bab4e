// npm run mutants: makes the deliberate faults of test/mutants, one at a time, and shows that the tests notice.
// `-- <part of a name>` for some of them, `-- --why` for the test that noticed each.
import { parseArgs } from "node:util";
import { mutants } from "../test/mutants/index.ts";
import { type Outcome, runMutants } from "./mutants/runMutants.ts";

const LEAST_SHARE = 0.85;

// An exit handler ends what is running and takes the copies away; a signal alone would not call it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));

const { values, positionals } = parseArgs({ options: { why: { type: "boolean" } }, allowPositionals: true });
const chosen = mutants.filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
const outcomes: Outcome[] = [];

try {
  if (chosen.length === 0) throw new Error(`No mutant's name holds ${positionals.join(" or ")}.`);
  console.log(`${chosen.length} mutants. First all of their tests, without any fault.`);
  await runMutants(chosen, (outcome) => {
    outcomes.push(outcome);
    console.log(describe(outcome));
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

const count = (fate: Outcome["fate"]) => outcomes.filter((outcome) => outcome.fate === fate).length;
const errors = count("error") > 0 ? `, ${count("error")} without a result` : "";
console.log(`${chosen.length} mutants, ${count("died")} died, ${count("lived")} lived${errors}`);
if (count("error") > 0 || count("died") < LEAST_SHARE * chosen.length) process.exitCode = 1;

function describe(outcome: Outcome): string {
  const { fate, mutant, seconds } = outcome;
  const took = fate === "died" ? `died in ${seconds.toFixed(0)} s` : fate.toUpperCase();
  const line = `${took.padEnd(14)} ${mutant.name}`;
  if (fate === "error") return `${line}: ${outcome.problem}`;
  return fate === "died" && values.why ? `${line}\n${" ".repeat(15)}noticed by: ${outcome.test}` : line;
}
