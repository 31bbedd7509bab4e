import { InputError } from "../core/errors/InputError.ts";
import { messageOf } from "../core/messageOf.ts";
import type { CommandIo } from "./commandIo.ts";

/** The text of the file that an option names. @throws InputError naming the option. */
export function readFileOption(path: string, option: string, readText: CommandIo["readText"]): string {
  const content = attempt(() => readText(path));
  if ("text" in content) return content.text;
  throw new InputError([{ property: option, reason: `${path} cannot be read: ${content.problem}` }]);
}

function attempt(read: () => string): { readonly text: string } | { readonly problem: string } {
  try {
    return { text: read() };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}
