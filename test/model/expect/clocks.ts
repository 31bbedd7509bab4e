import { CLOCK_LAG, type Clock } from "../rules/times.ts";

/** The local times at which a run began and ended. */
export interface Run {
  readonly began: number;
  readonly ended: number;
}

/** The moments by which an answer may be judged: it is not said at which moment of the reading, nor by whose clock. */
export function clocksOf({ began, ended }: Run, clockAhead: number | undefined): readonly Clock[] {
  return [began, ended].flatMap((local) => {
    const now = clockAhead === undefined ? local : serviceTime(local, clockAhead);
    return clockAhead === undefined ? [{ now, searchEnd: now }] : [local, now].map((searchEnd) => ({ now, searchEnd }));
  });
}

/** A `Date` header has seconds. */
function serviceTime(local: number, ahead: number): number {
  return Math.max(Math.floor((local + ahead) / 1000) * 1000, local - CLOCK_LAG);
}
