/** A lookup as a dynamic provider makes it, in a process of its own; the configuration is in CONFIGURATION. */
import { withStackSession } from "../../../provider/dynamic/withStackSession.ts";
import { functions } from "../../../provider/lookups/functions.ts";

const configuration: Readonly<Record<string, string>> = JSON.parse(process.env.CONFIGURATION ?? "{}");
const getBackups = functions.find(({ name }) => name === "getBackups");
const config = { get: (key: string) => configuration[key] };
const found = await withStackSession(config, async (session) => getBackups?.run(session, { dbInstanceId: "rm-x" }));
console.log(JSON.stringify(found));
