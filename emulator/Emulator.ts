import type { Clock } from "./clock.ts";
import type { Credential } from "./credentials.ts";
import type { NumberedFault } from "./faults/catalogue/numberedFault.ts";
import type { Fault } from "./faults/fault.ts";
import type { ListedCase } from "./faults/listFaultCases.ts";
import type { TlsIdentity } from "./Listener.ts";
import type { MaybeAsyncDisposable } from "./MaybeAsyncDisposable.ts";
import type { ModeChanges, Modes } from "./modes.ts";
import type { ReceivedRequest } from "./receivedRequest.ts";
import type { EmulatorRecord, FieldChanges, RecordSelector } from "./records/record.ts";
import type { Seed } from "./seed.ts";

/** How an emulator begins. Everything has a default. */
export interface EmulatorOptions {
  /** Default: any free one. */
  readonly port?: number | undefined;
  /** Default: the real time. */
  readonly clock?: Clock | undefined;
  /** Default: `seeds`, all that this package ships. */
  readonly seeds?: readonly Seed[] | undefined;
  /** Default: `demoCredentials`. */
  readonly credentials?: readonly Credential[] | undefined;
  readonly modes?: ModeChanges | undefined;
  /** Speaks HTTPS with this key and certificate. Default: HTTP. */
  readonly tls?: TlsIdentity | undefined;
}

/** A running local Alibaba Cloud endpoint, and the methods that change its replies. */
export interface Emulator extends EmulatorControl, MaybeAsyncDisposable {
  /** `http://127.0.0.1:<port>`, with `tls` `https:`: the endpoint of every product. */
  readonly url: string;
  readonly port: number;
  /** The keys it accepts. */
  readonly credentials: readonly Credential[];
  /** Ends every connection and refuses new ones, until `acceptConnections`. */
  refuseConnections(): Promise<void>;
  acceptConnections(): Promise<void>;
  /** Ends the server and every connection at once. */
  close(): Promise<void>;
}

/** What can be looked at and changed while it runs. The same is offered over HTTP under `/_emulator`. */
export interface EmulatorControl {
  /** The emulator's time in milliseconds. */
  now(): number;
  /** Moves its clock, and records with a timeline along. Clients that sign with the real time then need `timestamps: "unchecked"`, or use `age`. */
  advance(ms: number): void;

  /** The records that fit, the latest begun first. */
  records(selector?: RecordSelector): readonly EmulatorRecord[];
  add(...records: readonly EmulatorRecord[]): void;
  /** Adds an instance or plan without records, or sets its region. Default: `cn-hangzhou`. */
  addSubject(subject: string, region?: string): void;
  /** Sets wire fields of every record that fits; `undefined` takes one away. Answers how many. None is an error. */
  change(selector: RecordSelector, fields: FieldChanges): number;
  /** Removes every record that fits. Answers how many. None is an error. */
  remove(selector: RecordSelector): number;
  /** Moves all times of the records that fit back. Answers how many. None is an error. */
  age(selector: RecordSelector, ms: number): number;
  /** Adds a copy of the newest record that fits, with the next ID, that ended just now: "another backup was made". */
  repeat(selector: RecordSelector, fields?: FieldChanges): EmulatorRecord;

  modes(): Modes;
  setModes(modes: ModeChanges): void;
  /** Lets requests to come meet these faults. @throws for one that is not written as its type says. */
  inject(...faults: readonly (Fault | NumberedFault)[]): void;
  /** The numbered replies that `inject({ kind: "case", number, variant })` can give. */
  catalogue(): readonly ListedCase[];
  clearFaults(): void;

  /** Every request to the service since the start or the last `reset` or `clearRequests`. */
  requests(): readonly ReceivedRequest[];
  clearRequests(): void;

  /** Back to the seeds, with their times moved to the present; also clock, modes, faults and requests. */
  reset(): void;
}
