import { openSession } from "../lookups/openSession.ts";
import type { Session } from "../lookups/session.ts";
import type { CommandIo } from "./commandIo.ts";
import { readFileOption } from "./readFileOption.ts";
import { settingsFromStackConfig } from "./settingsFromStackConfig.ts";

/**
 * Does some work with a session that has the keys, region and endpoints that the plugin would have: from the settings of
 * a stack where a file is named, and from environment and profiles.
 *
 * @throws InputError for settings that are wrong.
 */
export async function withCommandSession<Result>(
  { host, signal, readText, tell }: CommandIo,
  stackConfigPath: string | undefined,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const values =
    stackConfigPath === undefined
      ? {}
      : settingsFromStackConfig(readFileOption(stackConfigPath, "--config-from", readText), stackConfigPath);
  const warn = (message: string) => tell(`warning: ${message}`);
  const session = openSession({ values, unknown: new Set() }, { host, signal, warn });
  try {
    return await work(session);
  } finally {
    session.client.close();
  }
}
