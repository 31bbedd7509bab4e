import type { CallErrorKind } from "./errors/CallError.ts";

/** How a list is cut into pages. Absent where the service sends everything at once. */
export interface Paging {
  readonly number: { readonly wire: string; readonly first: number };
  readonly size: { readonly wire: string; readonly allowed: readonly [number, ...number[]]; readonly default: number };
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

/** What the documents' error codes mean, where the gateway's own table does not have them. */
export type ErrorCodes = Partial<Readonly<Record<CallErrorKind, readonly string[]>>>;

/** What differs between the operations of one version of one product. */
export interface ActionDetails {
  readonly reply: ReplyShape;
  readonly paging?: Paging;
  /** The wire name of the region, in request and row, where the endpoint alone does not say it. */
  readonly regionWireName?: string;
  /** Codes of this operation alone. */
  readonly ownErrorCodes?: ErrorCodes;
  /** RAM actions that a verdict needs besides the operation's own, as it rests on the answers of others too. */
  readonly extraVerdictPermissions?: readonly string[];
}

/** An action of an Alibaba Cloud API, and how it is called. */
export interface ApiAction extends ActionDetails {
  readonly action: string;
  readonly product: "Rds" | "Dbs";
  readonly version: string;
  readonly module: "rds" | "dbs";
  /** Texts by which a reply says "none", whatever the field. */
  readonly noneTexts: readonly string[];
  /** The RAM action to grant. */
  readonly permission: string;
  /** The API document that this follows. */
  readonly apiDocument: string;
  /** Codes of the product and of the operation. */
  readonly errorCodes: readonly ErrorCodes[];
}

interface ApiVersion {
  readonly product: "Rds" | "Dbs";
  readonly version: string;
  /** What the documents call the product. */
  readonly reference: string;
  /** Codes that every operation may answer with. */
  readonly errors: ErrorCodes;
  readonly noneTexts?: readonly string[];
}

/** Makes the actions of one version of a product: `const rds2014Action = apiVersionActionMaker({ product: "Rds", ... })`. */
export function apiVersionActionMaker({
  product,
  version,
  reference,
  errors,
  noneTexts = [],
}: ApiVersion): (action: string, details: ActionDetails) => ApiAction {
  const module = product === "Rds" ? "rds" : "dbs";
  return (action, details) => ({
    ...details,
    action,
    product,
    version,
    module,
    noneTexts,
    permission: `${module}:${action}`,
    errorCodes: [errors, details.ownErrorCodes ?? {}],
    apiDocument: `Alibaba Cloud, ${reference} API reference ${version}, ${action}`,
  });
}
