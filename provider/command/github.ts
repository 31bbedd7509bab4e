import { messageOf } from "../core/messageOf.ts";
import type { CommandIo } from "./commandIo.ts";
import type { CommandResult } from "./commandResult.ts";
import { exitCodes } from "./exitCodes.ts";

const TITLE = "pulumi-alicloud-backups";

/** In GitHub Actions: the report in the summary of the job, and what is not a pass as an annotation. */
export function tellGitHub({ code, summary }: CommandResult, io: CommandIo, append: CommandIo["writeFile"]): void {
  const { GITHUB_ACTIONS: isAction, GITHUB_STEP_SUMMARY: path = "" } = io.host.env;
  if (isAction !== "true" || summary === undefined) return;
  if (code !== exitCodes.done) io.tell(annotation(summary.headline, summary.report));
  if (path === "" || summary.markdown === "") return;
  try {
    append(path, `${summary.markdown}\n`);
  } catch (error) {
    io.tell(`warning: the summary of the job could not be written: ${messageOf(error)}`);
  }
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions: all of it is one line. */
function annotation(headline: string, report: string): string {
  const title = escapeData(`${TITLE}: ${headline}`).replace(/:/g, "%3A").replace(/,/g, "%2C");
  return `::error title=${title}::${escapeData(report)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

/**
 * The same text in a log that GitHub reads for commands: where one could be in it, between two lines that turn them off.
 *
 * @param token a word that nobody can guess
 */
export function wrapIfWorkflowCommands(text: string, token: string): string {
  if (!/^\s*::|##\[/m.test(text)) return text;
  return `::stop-commands::${token}\n${text}${text.endsWith("\n") ? "" : "\n"}::${token}::\n`;
}
