import { operations } from "../provider/operations/index.ts";
import { type Clock, MovableClock } from "./clock.ts";
import type { Credential } from "./credentials.ts";
import { FaultRules } from "./faults/FaultRules.ts";
import type { Modes } from "./modes.ts";
import { plantSeed } from "./plantSeed.ts";
import type { ReceivedRequest } from "./receivedRequest.ts";
import { RecordStore } from "./records/RecordStore.ts";
import type { Seed } from "./seed.ts";

interface EmulatorStateOptions {
  readonly clock: Clock;
  readonly credentials: readonly Credential[];
  readonly seeds: readonly Seed[];
  readonly modes: Modes;
}

/** The state of one emulator, which service and control share. */
export class EmulatorState {
  readonly operations = operations;
  readonly records: RecordStore;
  readonly faults = new FaultRules();
  readonly nonces = new Map<string, number>();
  readonly clock: MovableClock;
  readonly credentials: readonly Credential[];
  modes: Modes;
  requests: ReceivedRequest[] = [];
  readonly #options: EmulatorStateOptions;

  constructor(options: EmulatorStateOptions) {
    this.#options = options;
    this.clock = new MovableClock(options.clock);
    this.records = new RecordStore(
      new Map(operations.map((operation) => [operation.api.action, operation])),
      this.clock,
    );
    this.credentials = options.credentials;
    this.modes = options.modes;
    this.reset();
  }

  /** Back to the seeds, planted at the present time; what was received and remembered is forgotten. */
  reset(): void {
    this.clock.restore();
    this.modes = this.#options.modes;
    this.requests = [];
    this.faults.clear();
    this.nonces.clear();
    this.records.clear();
    for (const seed of this.#options.seeds) plantSeed(this.records, seed, this.clock.now());
  }
}
