import type { JsonObject } from "../core/json.ts";

const MEMBERS = ["RequestId", "HostId", "Code", "Message"] as const;
/** No error is longer; what is longer is a list, which this does not read. */
const MAX_LENGTH = 64 * 1024;

/** `<Error><RequestId/><HostId/><Code/><Message/></Error>` as the JSON that it stands for; undefined for any other text. */
export function readXmlError(text: string): JsonObject | undefined {
  if (text.length > MAX_LENGTH || !/^\s*(<\?xml[^>]*\?>)?\s*<(Error|\w+Response)\b/.test(text)) return undefined;
  const members = MEMBERS.flatMap((name): [string, string][] => {
    const value = new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
    return value === undefined ? [] : [[name, decodeEntities(value)]];
  });
  const error = Object.fromEntries(members);
  return error.Code === undefined ? undefined : error;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
