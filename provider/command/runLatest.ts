import { InputError } from "../core/errors/InputError.ts";
import { ReplyError } from "../core/errors/ReplyError.ts";
import type { Json, JsonObject } from "../core/json.ts";
import { nearestWord } from "../core/nearestWord.ts";
import type { Operation } from "../core/operation.ts";
import { plainTable } from "../core/plainTable.ts";
import { latestLookup } from "../lookups/latestLookup.ts";
import type { Session } from "../lookups/session.ts";
import type { CommandResult } from "./commandResult.ts";
import { exitCodes } from "./exitCodes.ts";
import { markdownTable } from "./markdown.ts";
import type { OutputFormat } from "./outputFormat.ts";
import { jsonText } from "./outputFormat.ts";
import { cellText, plainText } from "./recordColumns.ts";

interface LatestOptions {
  /** The one property to print. */
  readonly field?: string | undefined;
  readonly output: OutputFormat;
}

/**
 * The newest good row; none is an error.
 *
 * @throws InputError for arguments that are wrong, and for a property that there is not.
 */
export async function runLatest(
  session: Session,
  operation: Operation,
  args: JsonObject,
  { field, output }: LatestOptions,
): Promise<CommandResult> {
  const lookup = latestLookup(operation);
  if (field !== undefined) checkField(field, Object.keys(lookup.outputs.shape));
  const record = await lookup.run(session, args);
  const code = exitCodes.done;
  if (field !== undefined) {
    const { [field]: value } = record;
    const none = `the newest good ${operation.entity.label} has no ${field}`;
    if (value === undefined || value === null) return { text: "", code: exitCodes.fail, ...remark(none) };
    return { text: output === "json" ? jsonText(value) : `${oneLine(value, field)}\n`, code };
  }
  if (output === "json") return { text: jsonText(record), code };
  const rows = Object.keys(record).map((name) => [name, cellText(record, name)]);
  if (output === "markdown") return { text: markdownTable(["property", "value"], rows), code };
  return { text: `${plainTable([], rows).join("\n")}\n`, code };
}

function remark(headline: string) {
  return { summary: { headline, report: headline, markdown: `${headline}\n` } };
}

function checkField(field: string, names: readonly string[]): void {
  if (names.includes(field)) return;
  const nearest = nearestWord(field, names);
  const remedy = nearest === undefined ? `there are ${names.join(", ")}` : `did you mean ${nearest}?`;
  throw new InputError([{ property: "--field", reason: `there is no ${field}: ${remedy}` }]);
}

/** A script takes a line for the whole value. */
function oneLine(value: Json, field: string): string {
  const text = plainText(value);
  if (/\p{Cc}/u.test(text)) throw new ReplyError(`${field} holds control characters and is not printed as it is.`);
  return text;
}
