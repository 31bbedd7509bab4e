import { interleave, type Subject } from "../measure/interleave.ts";
import type { Part } from "../measure/part.ts";
import { timingOf } from "../measure/timingOf.ts";
import { PluginUnderTest } from "../plugin/PluginUnderTest.ts";
import { LineProcess } from "../process/LineProcess.ts";
import { readByPeer } from "./readByPeer.ts";
import { type ListTask, readByPlugin } from "./readByPlugin.ts";

interface LargeList extends ListTask {
  readonly name: string;
  readonly latencyMs: number;
  /** The least that another client's time divided by ours is to be, by the client's name. */
  readonly goals?: Readonly<Record<string, number>>;
  /** The most that our CPU time divided by that of a sequential pop-core loop may be. */
  readonly cpuGoal?: number;
}

const OURS = "the plugin";
const SEQUENTIAL = "sequential pop-core";

/** A list of many pages, read by the plugin and by what a program would use without it. */
export function largeList({ name, latencyMs, goals = {}, cpuGoal, ...list }: LargeList): Part {
  return {
    name,
    measure: async ({ service, rounds }) => {
      await service.setLatency(latencyMs);
      await using plugin = await PluginUnderTest.start(service.port);
      const port = String(service.port);
      await using sequential = LineProcess.node("peers/popCore.ts", [port]);
      await using parallel = LineProcess.node("peers/popCore.ts", [port]);
      await using bare = LineProcess.node("peers/bareHttp.ts", [port]);
      const peer = (subject: string, process: LineProcess, atOnce: number): Subject => ({
        name: subject,
        run: readByPeer(process, { instances: [list.instanceId], count: list.count, atOnce }),
        pid: process.pid,
      });
      const timings = await interleave(
        [
          { name: OURS, run: readByPlugin(plugin, list), pid: plugin.pid },
          peer(SEQUENTIAL, sequential, 1),
          peer("pop-core at 5 in flight", parallel, 5),
          peer("bare http at 5 in flight", bare, 5),
        ],
        rounds,
      );
      const ours = timingOf(timings, OURS);
      const others = timings.filter((timing) => timing !== ours);
      return {
        timings,
        figures: [
          ...others.map((other) => ({
            name: `${name}: ${other.subject} ÷ ours`,
            value: other.median / ours.median,
            unit: "ratio" as const,
            better: "higher" as const,
            goal: goals[other.subject],
          })),
          {
            name: `${name}: CPU ÷ that of ${SEQUENTIAL}`,
            value: ours.cpu / timingOf(timings, SEQUENTIAL).cpu,
            unit: "ratio",
            better: "lower",
            goal: cpuGoal,
          },
        ],
      };
    },
  };
}
