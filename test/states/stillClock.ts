/** Holds the clock of a process at `sceneTime`: `import` it first, or let `NODE_OPTIONS` do so in a process of others. */
import { mock } from "node:test";
import { sceneTime } from "./sceneTime.ts";

mock.timers.enable({ apis: ["Date"], now: sceneTime });
