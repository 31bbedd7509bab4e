import { PerformanceObserver } from "node:perf_hooks";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** Both halves of the space for new objects. It is as large as this when a list is long. */
const YOUNG_SPACE = 16 * 1024 * 1024;

/**
 * From the first long list on, lets V8's space for new objects grow no further. It would grow to 32 MB, and then the rows of
 * a long list are copied within it before they reach the old space, and what the lists before have left is cleared away later:
 * nearly half as much memory again, for a tenth less time. docs/decisions/performance.md has the figures.
 *
 * @param beforeLimit is called just before: V8 takes no compiled code of a process whose flags were others
 */
export function limitYoungSpaceOnceLarge(beforeLimit: () => void): void {
  const observer = new PerformanceObserver(() => {
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
    if (space === undefined || space.space_size < YOUNG_SPACE) return;
    beforeLimit();
    setFlagsFromString("--semi-space-growth-factor=1");
    observer.disconnect();
  });
  observer.observe({ entryTypes: ["gc"] });
}
