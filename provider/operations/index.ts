import type { Operation } from "../core/operation.ts";
import { describeBackups } from "./describeBackups.ts";

/** Every operation of this package. Functions, gates, schema, documentation and emulator derive from this list. */
export const operations: readonly Operation[] = [describeBackups];
