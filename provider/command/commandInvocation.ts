import type { z } from "zod";
import type { JsonObject } from "../core/json.ts";
import type { Session } from "../lookups/session.ts";
import type { CommandIo } from "./commandIo.ts";
import type { CommandResult } from "./commandResult.ts";
import type { CommandOptions } from "./readCommandOptions.ts";

/** What the arguments of the command line ask for. */
export interface CommandInvocation {
  /** The arguments of the function that answers. */
  readonly inputs: z.ZodObject;
  readonly options: CommandOptions;
  readonly run: (session: Session, args: JsonObject, io: CommandIo) => Promise<CommandResult>;
}
