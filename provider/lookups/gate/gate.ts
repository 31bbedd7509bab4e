import type { z } from "zod";
import type { JsonObject } from "../../core/json.ts";
import type { Operation } from "../../core/operation.ts";
import type { Assessment } from "../evaluate.ts";
import type { Session } from "../session.ts";
import type { Decision, Phase } from "./decide.ts";

/** What a gate is evaluated in. */
export interface Surroundings {
  readonly phase: Phase;
  /** What `customTimeouts` leave of a wait. */
  readonly limitMs?: number | undefined;
  readonly status: (line: string) => void;
}

export interface GateOutcome {
  readonly decision: Decision;
  readonly report: string;
  /** What the resource records; undefined where only `up` will tell. */
  readonly outputs: JsonObject | undefined;
}

export interface Controls {
  readonly enforcement?: "deny" | "warn" | "off" | undefined;
  readonly previewEnforcement?: "deny" | "warn" | "off" | undefined;
  readonly recheck?: "always" | "untilPassed" | undefined;
  readonly track?: "recorded" | "newest" | undefined;
  readonly denyDestroy?: boolean | undefined;
}

/** A gate: a resource that exists only while the state of backups or tasks is good enough. */
export interface Gate {
  readonly operation: Operation;
  /** `BackupGate`; its token is `alicloud-backups:<module>:<name>`. */
  readonly name: string;
  readonly doc: string;
  readonly inputs: z.ZodObject;
  readonly outputs: z.ZodObject;
  /** Judges, and in `up` waits when it is told to. @throws InputError for wrong arguments. */
  readonly evaluate: (session: Session, given: JsonObject, surroundings: Surroundings) => Promise<GateOutcome>;
  /** Judges alone, whatever the controls. @throws InputError for conditions that this version cannot read. */
  readonly judge: (session: Session, given: JsonObject) => Promise<Assessment>;
  readonly record: (assessment: Assessment) => JsonObject;
  /** How it behaves, with the defaults of its operation. @throws InputError for words that this version cannot read. */
  readonly controls: (given: JsonObject) => Controls;
  /** Checks what is known; what is not known yet cannot be wrong yet. */
  readonly check: (given: JsonObject, unknown: ReadonlySet<string>) => void;
}
