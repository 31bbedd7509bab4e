import * as argument from "../core/argument.ts";
import { NotGoodEnoughError } from "../core/errors/NotGoodEnoughError.ts";
import type { Json, JsonObject } from "../core/json.ts";
import { isJsonObject } from "../core/json.ts";
import { linkExpiry } from "../core/linkExpiry.ts";
import { loadZod } from "../core/loadZod.ts";
import { object } from "../core/objectInputType.ts";
import { once } from "../core/once.ts";
import type { Operation } from "../core/operation.ts";
import type { Row } from "../core/row.ts";
import { describeDuration, formatTime } from "../core/time.ts";
import { readArgumentsAmongOthers } from "../core/validate.ts";
import { regionArgument, subjectArguments } from "./arguments.ts";
import { checkArguments } from "./checkArguments.ts";
import { findById } from "./findById.ts";
import type { LookupFunction } from "./lookupFunction.ts";
import { runLookup } from "./runLookup.ts";
import { readSubjectTarget } from "./target.ts";

const DEFAULT_VALIDITY = 5 * 60_000;

/** `getBackupDownload`: the pre-signed links of one row, and nothing else, as secrets. */
export function linksLookup(operation: Operation): LookupFunction {
  const { entity, identity } = operation;
  const ownArguments = object({
    minValidity: argument.duration
      .optional()
      .describe(
        'How long every link must still be valid, such as `"1h"`; a link with less, or whose expiry cannot be read, is an error unless this is `"0s"`. Default: `"5m"`.',
      ),
  });
  const id = { [identity.field]: argument.identifier.describe(`The ID of the ${entity.label}.`) };
  const subject = object({ ...subjectArguments(operation), ...id, ...regionArgument });
  const inputs = object({ ...subjectArguments(operation), ...id, ...ownArguments.shape, ...regionArgument });
  const outputs = once(() => {
    const z = loadZod();
    const secret = Object.entries(operation.fields).filter(([, field]) => field.secret);
    return z.object({
      [identity.field]: z.string().describe(`The ID of the ${entity.label}.`),
      ...Object.fromEntries(secret.map(([name, field]) => [name, field.schema])),
      expiresAt: z.string().optional().describe("When the first of the links expires (RFC 3339, UTC)."),
      region: z.string().describe("The region that was asked."),
    });
  });

  return {
    operation,
    name: `get${entity.linkFunctionStem}`,
    doc: `Reads the download links of one ${entity.label}. One secret makes the whole result secret, expiresAt included. Links are signed anew for every reply, so this result differs on every run. ${entity.summary}`,
    inputs,
    get outputs() {
      return outputs();
    },
    secret: true,
    async run(session, args): Promise<JsonObject> {
      const { target, minValidity = DEFAULT_VALIDITY } = checkArguments(operation, inputs, args, () => {
        readArgumentsAmongOthers(subject, args);
        return { ...readArgumentsAmongOthers(ownArguments, args), target: readSubjectTarget(operation, args) };
      });
      const { row, region, now } = await runLookup(session, (lookup) => findById(lookup, operation, target));
      if (row === undefined || linksIn(row.links).length === 0) {
        const what = row === undefined ? "was not found" : "has no download link";
        throw new NotGoodEnoughError(
          `${entity.label} ${target.values[identity.field]} ${what} in ${region}.\n` +
            "  What to do: check the ID and the region, and in the console whether it can be downloaded at all.",
        );
      }
      const expiry = earliestExpiry(row);
      checkValidity(operation, row, expiry, { now, minValidity });
      return { [identity.field]: row.id, ...row.links, ...(expiry && { expiresAt: formatTime(expiry) }), region };
    },
  };
}

/** Undefined when one of them cannot be read: then nothing is known about the first to expire. */
function earliestExpiry(row: Row): number | undefined {
  const expiries = linksIn(row.links).map(linkExpiry);
  return expiries.includes(undefined) ? undefined : Math.min(...expiries.map((each) => each ?? 0));
}

function checkValidity(
  { entity }: Operation,
  row: Row,
  expiry: number | undefined,
  { now, minValidity }: { readonly now: number; readonly minValidity: number },
): void {
  if (minValidity === 0) return;
  const left = (expiry ?? Number.NEGATIVE_INFINITY) - now;
  if (left >= minValidity) return;
  const what = expiry === undefined ? "does not say when it expires" : `expires in ${describeDuration(left)}`;
  throw new NotGoodEnoughError(
    `A download link of ${entity.label} ${row.id} ${what}; at least ${describeDuration(minValidity)} is required.\n` +
      '  What to do: run again for a new link, or give minValidity: "0s" to take it as it is.',
  );
}

/** The links themselves: what stands beside them, such as the name of a database, does not expire. */
function linksIn(value: Json, key = ""): string[] {
  if (typeof value === "string") return /url$/i.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each: Json) => linksIn(each));
  return isJsonObject(value) ? Object.entries(value).flatMap(([name, inner]) => linksIn(inner, name)) : [];
}
