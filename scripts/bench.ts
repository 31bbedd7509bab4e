// npm run bench: how long the plugin takes from its start to its port line, as one executable and by the launcher of the
// npm package, against a bare Node. All in one run and in turn, so that what else the machine does falls on each alike.
import { join } from "node:path";
import { median } from "./bench/median.ts";
import { runBareNode } from "./bench/runBareNode.ts";
import { startPlugin } from "./bench/startPlugin.ts";
import { ownExecutable } from "./plugin/ownExecutable.ts";
import { projectRoot } from "./projectRoot.ts";

const rounds = 21;
const limit = 4;

const launcher = join(projectRoot, "provider/bin/pulumi-resource-alicloud-backups");
const executable = await ownExecutable();
interface Subject {
  readonly name: string;
  /** Milliseconds. */
  readonly start: () => Promise<number>;
  readonly times: number[];
}

const subjects: readonly Subject[] = [
  { name: "released executable", start: () => startPlugin(executable), times: [] },
  { name: "launcher of the npm package", start: () => startPlugin(launcher), times: [] },
  { name: "node -e 0", start: runBareNode, times: [] },
];

console.log(
  `Starting the plugin and a bare Node ${process.version}, ${rounds} times each in turn (about ten seconds).`,
);
// The first starts are not counted: the launcher fills the compile cache, half a second after it began.
await startPlugin(launcher, 1500);
await startPlugin(executable);
await runBareNode();
for (let round = 0; round < rounds; round++) {
  for (const { start, times } of subjects) times.push(await start());
}

const bare = median(subjects.at(-1)?.times ?? []);
const ratios = subjects.map(({ name, times }) => {
  const ratio = median(times) / bare;
  console.log(`${name.padEnd(28)} ${median(times).toFixed(1).padStart(6)} ms (median), ratio ${ratio.toFixed(2)}`);
  return ratio;
});
console.log(`Neither ratio may be above ${limit}.`);
process.exitCode = ratios.every((ratio) => ratio <= limit) ? 0 : 1;
