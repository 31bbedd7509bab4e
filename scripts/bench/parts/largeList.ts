import { interleave, type Subject } from "../measure/interleave.ts";
import type { Part } from "../measure/part.ts";
import { timingOf } from "../measure/timingOf.ts";
import { PluginUnderTest } from "../plugin/PluginUnderTest.ts";
import type { Figure } from "../report/figure.ts";
import { readByPeer } from "./readByPeer.ts";
import { type ListTask, readByPlugin } from "./readByPlugin.ts";
import { SEQUENTIAL, startListPeers } from "./startListPeers.ts";

interface LargeList extends ListTask {
  readonly name: string;
  readonly latencyMs: number;
  /** The least that another client's time divided by ours is to be, by the client's name. */
  readonly goals?: Readonly<Record<string, number>>;
  /** The most that our CPU time divided by that of a sequential pop-core loop may be. */
  readonly cpuGoal?: number;
  /** Alibaba's official clients take long, and need to be measured only where their ratio is of interest. */
  readonly peers: "all" | "without official clients";
}

const OURS = "plugin";

/** A list of many pages, read by the plugin and by what a program would use without it. */
export function largeList({ name, latencyMs, goals = {}, cpuGoal, peers: kinds, ...list }: LargeList): Part {
  return {
    name,
    measure: async ({ service, rounds }) => {
      await service.setLatency(latencyMs);
      await using plugin = await PluginUnderTest.start(service.port);
      await using others = await startListPeers(service.port, kinds);
      const subjects = others.peers.map(
        ({ name: subject, process, atOnce }): Subject => ({
          name: subject,
          run: readByPeer(process, { instances: [list.instanceId], count: list.count, atOnce }),
          pid: process.pid,
        }),
      );
      const ours = { name: OURS, run: readByPlugin(plugin, list), pid: plugin.pid };
      const timings = await interleave([ours, ...subjects], rounds);
      const { median, cpu } = timingOf(timings, OURS);
      const times = subjects.map(
        (subject): Figure => ({
          name: `${name}: ${subject.name} ÷ plugin`,
          value: timingOf(timings, subject.name).median / median,
          unit: "ratio",
          better: "higher",
          goal: goals[subject.name],
        }),
      );
      const cpuRatio: Figure = {
        name: `${name}: CPU of the plugin ÷ ${SEQUENTIAL}`,
        value: cpu / timingOf(timings, SEQUENTIAL).cpu,
        unit: "ratio",
        better: "lower",
        goal: cpuGoal,
      };
      return { timings, figures: [...times, cpuRatio], notes: others.missing };
    },
  };
}
