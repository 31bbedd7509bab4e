import { interleave } from "../measure/interleave.ts";
import type { Part } from "../measure/part.ts";
import { timingOf } from "../measure/timingOf.ts";
import { warmCache } from "../plugin/warmCache.ts";
import { PreviewProject } from "../process/PreviewProject.ts";

const WITH = "preview with one lookup";
const WITHOUT = "preview without it";

/** What a lookup adds to `pulumi preview`, in a real engine that starts the plugin. */
export const preview: Part = {
  name: "preview",
  measure: async ({ service, pairs }) => {
    const { PULUMI_ENGINE_DIR: engineFolder, PULUMI_ENGINE_MISSING: missing = "no engine" } = process.env;
    if (engineFolder === undefined) return { figures: [], timings: [], notes: [`preview: not here. ${missing}`] };
    await service.setLatency(0);
    await using cache = await warmCache(service.port);
    await using project = await PreviewProject.create(engineFolder, { ...cache.variables, ...settings(service.port) });
    const run = async (program: string, requests: number) => {
      const sent = await service.countRequests(() => project.preview(program));
      if (sent !== requests) throw new Error(`${program} sent ${sent} requests instead of ${requests}.`);
    };
    const timings = await interleave(
      [
        { name: WITH, run: () => run("withLookup.ts", 1) },
        { name: WITHOUT, run: () => run("withoutLookup.ts", 0) },
      ],
      pairs,
    );
    const [more, less] = [timingOf(timings, WITH).median, timingOf(timings, WITHOUT).median];
    return {
      timings,
      figures: [
        { name: "preview with one lookup ÷ without", value: more / less, unit: "ratio", better: "lower", goal: 1.08 },
        { name: "preview: what one lookup adds", value: more - less, unit: "ms", better: "lower" },
      ],
    };
  },
};

function settings(servicePort: number): Record<string, string> {
  return {
    ALICLOUD_REGION: "cn-hangzhou",
    ALICLOUD_ACCESS_KEY: "benchmark",
    ALICLOUD_SECRET_KEY: "not-a-secret",
    RDS_ENDPOINT: `http://127.0.0.1:${servicePort}`,
  };
}
