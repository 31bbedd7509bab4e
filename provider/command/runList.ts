import { isJsonObject, type JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import { plainTable } from "../core/plainTable.ts";
import { listLookup } from "../lookups/listLookup.ts";
import type { Session } from "../lookups/session.ts";
import type { CommandResult } from "./commandResult.ts";
import { exitCodes } from "./exitCodes.ts";
import { markdownTable } from "./markdown.ts";
import type { OutputFormat } from "./outputFormat.ts";
import { jsonText } from "./outputFormat.ts";
import { cellText, recordColumns } from "./recordColumns.ts";

/** Every row that fits, as a table. */
export async function runList(
  session: Session,
  operation: Operation,
  args: JsonObject,
  output: OutputFormat,
): Promise<CommandResult> {
  const result = await listLookup(operation).run(session, args);
  const { [operation.entity.listProperty]: records } = result;
  if (!Array.isArray(records)) throw new Error("The list has no records.");
  const columns = recordColumns(operation);
  const rows = records.filter(isJsonObject).map((record) => columns.map((name) => cellText(record, name)));
  const code = exitCodes.done;
  if (output === "json") return { text: jsonText(result), code };
  if (output === "markdown") return { text: markdownTable(columns, rows), code };
  return { text: `${plainTable(columns, rows).join("\n")}\n`, code };
}
