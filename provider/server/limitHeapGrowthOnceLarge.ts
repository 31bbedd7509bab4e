import { PerformanceObserver } from "node:perf_hooks";
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from "node:v8";

const MB = 1024 * 1024;
/** Both halves of the space for new objects. It is as large as this when a list is long. */
const YOUNG_SPACE = 8 * MB;
/** Above this a full collection takes so long that there are to be as few as V8 would have. */
const LARGE_HEAP = 60 * MB;

/**
 * From the first long list on, keeps what V8 takes near to what it needs. docs/decisions/performance.md has the figures.
 *
 * The space for new objects grows no further: in one of 32 MB the rows of a long list are copied before they reach the old
 * space. And after a full collection the old space grows to two and a half times what is left, as long as that is not much:
 * V8 would let it grow to four times, and keep the rows of several lists as garbage.
 *
 * @param beforeLimits is called just before: V8 takes no compiled code of a process whose flags were others
 */
export function limitHeapGrowthOnceLarge(beforeLimits: () => void): void {
  let growthPercent: number | undefined;
  const observer = new PerformanceObserver(() => {
    if (growthPercent === undefined) {
      if (youngSpace() < YOUNG_SPACE) return;
      beforeLimits();
      setFlagsFromString("--semi-space-growth-factor=1");
    }
    // 0 leaves it to V8.
    const percent = getHeapStatistics().used_heap_size < LARGE_HEAP ? 150 : 0;
    if (percent === growthPercent) return;
    setFlagsFromString(`--heap-growing-percent=${percent}`);
    growthPercent = percent;
  });
  observer.observe({ entryTypes: ["gc"] });
}

function youngSpace(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;
}
