import type { z } from "zod";
import type { JsonObject } from "../core/json.ts";
import type { ObjectInputType } from "../core/objectInputType.ts";
import type { Operation } from "../core/operation.ts";
import type { Session } from "./session.ts";

/** A Pulumi function (data source) of this package. */
export interface LookupFunction {
  readonly operation: Operation;
  /** `getLatestBackup`; its token is `alicloud-backups:<module>:<name>`. */
  readonly name: string;
  readonly doc: string;
  readonly inputs: ObjectInputType;
  /** Made when asked for: no lookup needs it. */
  readonly outputs: z.ZodObject;
  /** The result is a bearer secret: everything in it is wrapped, and TypeScript has the Output form only. */
  readonly secret?: boolean;
  /** @throws InputError before anything is sent, CallError, ReplyError or NotGoodEnoughError after. */
  readonly run: (session: Session, args: JsonObject) => Promise<JsonObject>;
}
