import { readFileSync, statSync } from "node:fs";
import { InputError } from "../../../core/errors/InputError.ts";
import { loadZod } from "../../../core/loadZod.ts";
import { once } from "../../../core/once.ts";
import { nodeErrorCode } from "../../nodeErrorCode.ts";
import { jsonErrorLine } from "./jsonErrorLine.ts";

/** The aliyun CLI's config.json. Its profiles are not validated yet. */
export interface ProfileFile {
  readonly path: string;
  readonly current: string | undefined;
  readonly profiles: ReadonlyMap<string, unknown>;
}

const fileSchema = once(() => {
  const z = loadZod();
  return z.object({
    current: z.string().nullish(),
    profiles: z.array(z.looseObject({ name: z.string() })),
  });
});

/** A section, or a comment before one. */
const IS_INI = /^\s*(?:[#;][^\n]*\n\s*)*\[[^\]\n"{]+\]\s*(?:\n|$)/;

/**
 * Reads the file and changes nothing. No content is ever repeated, because any of it may be a key.
 *
 * @throws InputError naming `property`, with path and line.
 */
export function readProfileFile(path: string, property: string, warn: (message: string) => void): ProfileFile {
  const refuse = (reason: string) => new InputError([{ property, reason }]);
  const text = readText(path);
  if (text instanceof Error) throw refuse(text.message);
  if (text.trim() === "") return { path, current: undefined, profiles: new Map() };
  const json = parse(text);
  if (json === undefined && IS_INI.test(text)) {
    throw refuse(
      `${path} is an INI file, as the SDKs' credentials file is: expected is the config.json of the aliyun CLI`,
    );
  }
  if (json === undefined) {
    const line = jsonErrorLine(text);
    throw refuse(`${path} is not JSON: look at line ${line}. Expected is the config.json of the aliyun CLI`);
  }
  const parsed = fileSchema().safeParse(json);
  if (!parsed.success) {
    throw refuse(`${path} has no list of profiles with names: expected is the config.json of the aliyun CLI`);
  }
  const { current, profiles } = parsed.data;
  const byName = new Map(profiles.map((profile) => [profile.name, profile]));
  if (byName.size < profiles.length) throw refuse(`${path} has two profiles of one name: which of them is meant?`);
  warnOfMode(path, warn);
  return { path, current: current || undefined, profiles: byName };
}

function readText(path: string): string | Error {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const code = nodeErrorCode(error) ?? "unknown fault";
    if (code !== "ENOENT") return new Error(`${path} cannot be read (${code})`);
    return new Error(
      `there is no file ${path}: make it with \`aliyun configure\`, or correct the setting that names it`,
    );
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Not on Windows, which has no such file modes. */
function warnOfMode(path: string, warn: (message: string) => void): void {
  const mode = statSync(path).mode & 0o777;
  if (process.platform === "win32" || (mode & 0o066) === 0) return;
  warn(`${path} holds keys, and others on this machine may read or write it (mode ${mode.toString(8)}): run chmod 600`);
}
