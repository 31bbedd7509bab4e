import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import manifest from "../../package.json" with { type: "json" };
import { projectRoot } from "../../scripts/projectRoot.ts";

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
});
const workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), z.object({ uses: z.string().optional(), steps: z.array(step).default([]) })),
});

const files = globSync(".github/workflows/*.yml", { cwd: projectRoot });

// `npm run check:workflows` checks the form; these are our own rules.
describe.each(files)("%s", (file) => {
  const text = readFileSync(join(projectRoot, file), "utf8");
  const { permissions, jobs } = workflow.parse(parse(text));
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("may only read, where a job does not say otherwise", () => {
    expect(permissions).toEqual({ contents: "read" });
  });

  test("pins every action by its whole version", () => {
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  test("runs the Node that package.json pins", () => {
    const versions = steps.flatMap((one) => one.with["node-version"] ?? []);
    expect(new Set(versions)).toEqual(new Set([manifest.devDependencies.node]));
  });

  test("runs only scripts that package.json has", () => {
    const scripts = steps.flatMap(({ run = "" }) =>
      [...run.matchAll(/npm run (?:-s )?(\S+)/g)].map(([, name]) => name),
    );
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((name) => name === undefined || !(name in manifest.scripts))).toEqual([]);
  });

  test("puts nothing that others write into a shell command", () => {
    expect(steps.filter(({ run = "" }) => run.includes("${{"))).toEqual([]);
  });

  test("names no registry and no folder of a machine", () => {
    expect(text).not.toMatch(/https?:\/\/|registry\.|\/home\/|\/root\/|\/Users\//);
  });
});

test("there are workflows to look at", () => {
  expect(files.length).toBe(2);
});
