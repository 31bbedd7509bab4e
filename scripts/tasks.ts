export interface Task {
  /** A file that Node runs, and its first arguments. */
  readonly program: readonly [file: string, ...args: string[]];
  /** What must be there before it starts. */
  readonly needs: readonly ("build" | "engine")[];
  /** Starts even when set-up failed, and reports SET_UP_PROBLEMS among its own failures. */
  readonly reportsSetUp?: true;
  /** Speaks only to the emulator: credentials and Pulumi settings of the person at the keyboard are kept from it. */
  readonly isolated?: true;
}

export const tasks: Readonly<Record<string, Task>> = {
  demo: { program: ["scripts/demo.ts"], needs: ["build", "engine"], isolated: true },
  test: { program: ["scripts/test.ts"], needs: ["build", "engine"], reportsSetUp: true, isolated: true },
  check: { program: ["scripts/check.ts"], needs: ["build"], reportsSetUp: true },
  build: { program: ["scripts/build.ts"], needs: [] },
  "pack:plugin": { program: ["scripts/packPlugin.ts"], needs: [] },
  "check:release": { program: ["scripts/checkRelease.ts"], needs: [] },
  "check:workflows": { program: ["scripts/checkWorkflows.ts"], needs: [] },
  generate: { program: ["scripts/generate.ts"], needs: [] },
  bench: { program: ["scripts/bench.ts"], needs: ["build", "engine"], reportsSetUp: true, isolated: true },
  languages: { program: ["scripts/languages.ts"], needs: ["build", "engine"], isolated: true },
  matrix: { program: ["scripts/matrix.ts"], needs: ["build"], isolated: true },
  quickstarts: { program: ["scripts/quickstarts.ts"], needs: ["build", "engine"], isolated: true },
  mutants: { program: ["scripts/mutants.ts"], needs: [], isolated: true },
  "official-clients": { program: ["scripts/official-clients.ts"], needs: [], isolated: true },
  fuzz: { program: ["scripts/fuzz.ts"], needs: ["build"], isolated: true },
  "report-page": { program: ["scripts/report-page.ts"], needs: [], isolated: true },
  soak: { program: ["scripts/soak.ts"], needs: [], isolated: true },
  emulator: { program: ["emulator/main.ts"], needs: [] },
  fix: { program: ["node_modules/@biomejs/biome/bin/biome", "check", "--write"], needs: [] },
};
