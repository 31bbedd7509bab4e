import type { z } from "zod";
import type { Evidence } from "./evidence.ts";
import type { JsonObject } from "./json.ts";
import type { Objection } from "./objection.ts";
import type { Parameter } from "./parameter.ts";
import type { Row } from "./row.ts";

/** How a list is cut into pages. Absent where the service sends everything at once. */
export interface Paging {
  readonly number: { readonly wire: string; readonly first: number };
  readonly size: { readonly wire: string; readonly allowed: readonly [number, ...number[]]; readonly usual: number };
}

/** Where a reply keeps its rows and its counters; each is a path of wire names. */
export interface ReplyShape {
  readonly rows: readonly [string, ...string[]];
  readonly total?: readonly string[];
  /** The page size in force, where the reply tells it. */
  readonly pageSize?: readonly string[];
  /** Parameters that the reply repeats: another value is another instance's answer. */
  readonly echoes?: Readonly<Record<string, readonly string[]>>;
}

/** The request parameters that cut a list by time, and how such a time is written. */
export interface TimeWindow {
  readonly start: string;
  readonly end: string;
  /** Absent where it is not documented which time the service cuts by: then no time is sent, and rows are cut here. */
  readonly write?: (at: number, edge: "start" | "end") => string;
  /** The service wants both ends. */
  readonly required?: true;
  /** How far back the service remembers at all, in milliseconds. */
  readonly reach: number;
}

/** What everything else calls a thing of this kind. */
export interface EntityNames {
  /** `backup`: the property of one. */
  readonly one: string;
  /** `backups`: the property of many. */
  readonly many: string;
  /** `Backup`: the type, and the stem of every function name. */
  readonly type: string;
  /** In sentences: `backup`, `backups`. */
  readonly label: string;
  readonly labels: string;
  /** `BackupDownload`: the stem of the link function, where there are links. */
  readonly download?: string;
}

/** Another operation whose answer belongs to the verdict: the migrate task of a list of files. */
export interface Companion {
  readonly operation: Operation;
  /** The parameter here that is the ID there. */
  readonly idFrom: string;
  /** The condition that makes it unnecessary. */
  readonly unless: string;
}

/** One API operation, as data. Everything that this package offers for it is derived from this. */
export interface Operation {
  readonly action: string;
  readonly product: "Rds" | "Dbs";
  readonly version: string;
  readonly module: "rds" | "dbs";
  /** The RAM action to grant. */
  readonly permission: string;
  readonly names: EntityNames;
  /** One sentence, and the limits that a user must know. */
  readonly summary: string;
  /** The API document that this follows. */
  readonly source: string;
  readonly reply: ReplyShape;
  readonly paging?: Paging;
  readonly window?: TimeWindow;
  /** The wire name of the parameter that carries the region, where the endpoint alone does not. */
  readonly regionParameter?: string;
  /** The service wants at least one of these parameters. */
  readonly requireOneOf?: readonly [string, ...string[]];
  /** Texts by which the service says "none", whatever the field. */
  readonly nothing?: readonly string[];
  /** Arguments that make no sense beside another one. */
  readonly excludes?: Readonly<Record<string, readonly string[]>>;
  readonly companion?: Companion;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The fields of one row by their names in Pulumi; `field` put wire name and meaning on each. */
  readonly fields: z.ZodObject;
  /** Wire keys of a row that are knowingly left out, each with the reason. */
  readonly ignored: Readonly<Record<string, string>>;
  /** The name, as parameter and as field, that tells one row from another. */
  readonly identity: string;
  /** Fields that never change either, where several rows bear one ID: of these the newest is the one of that ID. */
  readonly identityBeside?: readonly string[];
  /** The property under which a row shows the time it is ordered and aged by, when no field of its own is that time. */
  readonly datedAs?: { readonly name: string; readonly doc: string };
  /** The parameters that say whose rows: they belong to every function. The first one names the instance or plan. */
  readonly subject: readonly [string, ...string[]];
  /** When a gate that has passed is evaluated again, unless it is told otherwise: tasks vanish after days. */
  readonly recheck: "always" | "untilPassed";
  /** The rule whose failure, in a row that is newer than a wait, ends that wait. */
  readonly newFailure?: string;
  /** Arguments that decide which row is good. */
  readonly criteria: z.ZodObject;
  /** Arguments of verdict and gate: what the good rows must be like, taken together. */
  readonly conditions: z.ZodObject;
  /** What a table shows of a row after its ID and time. */
  readonly columns: readonly string[];
  /** The advice that ends a refusal. */
  readonly remedy: string;
  readonly decodeRow: (raw: JsonObject) => Row;
  /** How many good rows the conditions need to see; the search goes on until it has them or reaches its end. */
  readonly goodRowsNeeded: (conditions: JsonObject) => number;
  /** Every reason against the evidence as a whole; none means pass. */
  readonly assess: (evidence: Evidence, conditions: JsonObject) => readonly Objection[];
}
