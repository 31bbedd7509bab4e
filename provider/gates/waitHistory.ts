import { describeDuration, formatTime } from "../core/time.ts";

interface StateSince {
  readonly state: string;
  readonly from: number;
}

const MAX_STATES = 6;

/** The states that were seen during a wait, each with the time of the first look that showed it. */
export class WaitHistory {
  readonly #states: StateSince[] = [];

  add(state: string, at: number): void {
    const last = this.#states.at(-1);
    if (last === undefined || withoutAges(last.state) !== withoutAges(state)) this.#states.push({ state, from: at });
  }

  describe(looks: number, waitedMs: number): string {
    const states = this.#states
      .slice(-MAX_STATES)
      .map(({ state, from }) => `${state} (from ${formatTime(Math.floor(from / 1000) * 1000)})`);
    return `waited ${describeDuration(waitedMs)} in ${looks} ${looks === 1 ? "look" : "looks"}; seen: ${states.join("; ")}`;
  }
}

/** An age that grows from look to look does not make another state. */
function withoutAges(state: string): string {
  return state.replace(/\b\d+(?:ms|[dhms])\b(?: \d+(?:ms|[dhms])\b)*/g, "#");
}
