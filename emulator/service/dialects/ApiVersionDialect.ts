import type { JsonObject } from "../../../provider/core/json.ts";
import type { Operation } from "../../../provider/core/operation.ts";
import type { Refusal, RefusalCode } from "../Refusal.ts";

/** The part of a list that one reply sends. */
export interface ReplyPaging {
  readonly operation: Operation;
  readonly parameters: ReadonlyMap<string, string>;
  readonly page: number;
  /** The page size in force. */
  readonly size: number;
  /** How many rows this page has. */
  readonly rowCount: number;
  /** How many rows the reply claims that there are. */
  readonly total: number;
}

/** How one version of one product speaks, whatever the operation: from its documents, never from our definitions. */
export interface ApiVersionDialect {
  readonly product: string;
  readonly version: string;
  readonly hostId: string;
  /** Parameters that every operation accepts, and that change nothing here. */
  readonly plumbing: readonly string[];
  /** The parameter that asks for an order, `asc` or `desc`. */
  readonly ordering?: string;
  /** A time of a request in milliseconds, or undefined when it is not written as this version demands. */
  readonly readTime: (text: string) => number | undefined;
  readonly malformed: {
    readonly pageNumber: RefusalCode;
    readonly pageSize: RefusalCode;
    readonly start: RefusalCode;
    readonly end: RefusalCode;
  };
  /** The actions that demand both ends of their time range. */
  readonly timesRequired?: readonly string[];
  /** Everything of a reply but its rows, its total and its RequestId. */
  readonly envelope: (page: ReplyPaging) => JsonObject;
  /** What stands for a list without rows. */
  readonly empty: "wrapper" | "text";
  readonly unknownSubject: (subject: string) => Refusal;
  /** The error for a request without any of the parameters of which the operation requires one. */
  readonly noSubject?: () => Refusal;
  /** The parameter that names instance and region in one: `ds-<instance>_<region>`. */
  readonly dataSource?: string;
  /** The product's own code for a key without permission. */
  readonly denial?: RefusalCode;
  /** The body of an error about the content of a request. Absent: the gateway's form, as for all other errors. */
  readonly errorBody?: (refusal: Refusal) => JsonObject;
}
