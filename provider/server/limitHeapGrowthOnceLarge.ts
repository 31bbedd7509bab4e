import { PerformanceObserver } from "node:perf_hooks";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** Both halves of the space for new objects. It is as large as this when a list is long. */
const YOUNG_SPACE = 8 * 1024 * 1024;

/**
 * From the first long list on, keeps what V8 takes near to what it needs. docs/decisions/performance.md has the figures.
 *
 * The space for new objects grows no further: in one of 32 MB the rows of a long list are copied before they reach the old
 * space. And after a full collection the old space grows to two and a half times what is left: V8 would let it grow to
 * four times, and keep the rows of several lists as garbage.
 *
 * @param beforeLimits is called just before: V8 takes no compiled code of a process whose flags were others
 */
export function limitHeapGrowthOnceLarge(beforeLimits: () => void): void {
  const observer = new PerformanceObserver(() => {
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
    if (space === undefined || space.space_size < YOUNG_SPACE) return;
    beforeLimits();
    setFlagsFromString("--semi-space-growth-factor=1");
    setFlagsFromString("--heap-growing-percent=150");
    observer.disconnect();
  });
  observer.observe({ entryTypes: ["gc"] });
}
