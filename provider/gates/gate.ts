import type { z } from "zod";
import type { JsonObject } from "../core/json.ts";
import type { ObjectInputType } from "../core/objectInputType.ts";
import type { Operation } from "../core/operation.ts";
import type { Assessment } from "../lookups/evaluateOneSubject.ts";
import type { Session } from "../lookups/session.ts";
import type { GateControls } from "./gateControls.ts";
import type { GateInputs } from "./gateInputs.ts";
import type { Place } from "./placeName.ts";

/** Asks the service and judges its answer. Its inputs have been checked, and can be used for as many requests as needed. */
export type Assess = (session: Session) => Promise<Assessment>;

/** A gate: a resource that exists only while the state of backups or tasks is good enough. */
export interface Gate {
  readonly operation: Operation;
  /** `BackupGate`; its token is `alicloud-backups:<module>:<name>`. */
  readonly name: string;
  readonly doc: string;
  readonly inputs: ObjectInputType;
  /** Made when asked for. */
  readonly outputs: z.ZodObject;
  /** The inputs that say whose backups or tasks: the first one is the ID of the instance or plan. */
  readonly subject: readonly [string, ...string[]];
  /** The outputs that hold the ID and the record of the row that let the gate pass. */
  readonly outputNames: { readonly id: string; readonly row: string };
  /**
   * Checks every input that has a value; one that is unknown cannot be wrong yet.
   *
   * @throws InputError with one failure for each input that is wrong.
   */
  readonly check: (inputs: GateInputs) => void;
  /** The controls alone, with their defaults. @throws InputError for words that this version cannot read. */
  readonly controls: (values: JsonObject) => GateControls;
  /**
   * Reads all inputs but the controls.
   *
   * @param properties inputs and outputs of the gate before; undefined for one that is made now
   * @throws InputError for inputs that are wrong, and for any that is unknown.
   */
  readonly assessor: (inputs: GateInputs, properties: JsonObject | undefined) => Assess;
  /** The region and host that a request would go to. @throws InputError for an input that is unknown, and for an unusable endpoint. */
  readonly place: (session: Session, inputs: GateInputs) => Place;
  /**
   * What the resource records of an assessment, or of being off.
   *
   * @param values the inputs that it belongs to
   * @param properties inputs and outputs of the gate before; undefined for one that is made now
   */
  readonly record: (
    result: Assessment | "off" | "unknown",
    values: JsonObject,
    properties: JsonObject | undefined,
  ) => JsonObject;
  /** What has failed since then and will not be tried again, such as `backup 12`. */
  readonly failureSince: (assessment: Assessment, since: number) => string | undefined;
}
