import type { Emulator } from "../../emulator/index.ts";
import { day, healthy, hour, latestHealthyBackup } from "./pluginScene.ts";

interface Change {
  readonly change: string;
  readonly happens: (emulator: Emulator) => void;
  /** What the refusal says about it. */
  readonly says: string;
}

const newest = { id: latestHealthyBackup };

function soon(emulator: Emulator, ms: number): string {
  return new Date(emulator.now() + ms).toISOString().replace(/\.\d+Z$/, "Z");
}

/** What can become of the newest backup; the one before it is 33 hours old, too old for a `maxAge` of 26. */
export const changesOfTheNewest: readonly Change[] = [
  {
    change: "fails",
    happens: (emulator) => emulator.change(newest, { BackupStatus: "Failed" }),
    says: "the backup failed",
  },
  { change: "vanishes", happens: (emulator) => emulator.remove(newest), says: "older than 26h" },
  {
    change: "has expired",
    happens: (emulator) => emulator.change(newest, { ExpectExpireTime: soon(emulator, -hour) }),
    says: "it expired at ",
  },
  {
    change: "turns unavailable",
    happens: (emulator) => emulator.change(newest, { IsAvail: 0 }),
    says: "the set is not available for a restore",
  },
  {
    change: "turns out to reach into the future",
    happens: (emulator) =>
      emulator.change(newest, {
        BackupEndTime: soon(emulator, hour),
        ConsistentTime: Math.round((emulator.now() + hour / 2) / 1000),
      }),
    says: "its times contradict each other",
  },
  {
    // Nothing asks for what begins later than now, so it is as if it were not there.
    change: "is orderTime in the future",
    happens: (emulator) =>
      emulator.change(newest, {
        BackupStartTime: soon(emulator, hour),
        BackupEndTime: soon(emulator, 2 * hour),
        ConsistentTime: undefined,
      }),
    says: "older than 26h",
  },
  {
    change: "becomes a state nobody knows",
    happens: (emulator) => emulator.change(newest, { BackupStatus: "Archiving" }),
    says: "neither Success nor",
  },
  {
    change: "grows too old",
    happens: (emulator) => emulator.age({ subject: healthy }, day),
    says: "older than 26h",
  },
];
