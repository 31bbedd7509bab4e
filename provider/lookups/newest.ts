import { z } from "zod";
import * as argument from "../core/argument.ts";
import { assessUnsettled } from "../core/assessUnsettled.ts";
import { describeUnclear } from "../core/describeUnclear.ts";
import { NoneFoundError } from "../core/errors/NoneFoundError.ts";
import type { Evidence } from "../core/evidence.ts";
import type { JsonObject } from "../core/json.ts";
import { newerUnclear } from "../core/newerUnclear.ts";
import { noneGood, tooOld } from "../core/noneGood.ts";
import type { Objection } from "../core/objection.ts";
import { unknown } from "../core/objection.ts";
import type { Operation } from "../core/operation.ts";
import { outputRecord } from "../core/outputRecord.ts";
import { nameSubject, renderReport } from "../core/report.ts";
import type { Row } from "../core/row.ts";
import { show } from "../core/show.ts";
import { CLOCK_TOLERANCE } from "../core/time.ts";
import { readArguments } from "../core/validate.ts";
import { lookbackArgument, regionArgument, subjectArguments } from "./arguments.ts";
import { checkArguments } from "./checkArguments.ts";
import type { LookupFunction } from "./function.ts";
import { findById } from "./one.ts";
import { recordSchema } from "./recordSchema.ts";
import { searchNewest, USUAL_LOOKBACK } from "./searchNewest.ts";
import type { Session } from "./session.ts";
import { subjectOf } from "./subjectOf.ts";

const MAX_REASON = 400;

/** `getLatestBackup`: the newest good one; none is an error. */
export function newest(operation: Operation): LookupFunction {
  const { names, identity, summary } = operation;
  const own = z.object({
    maxAge: argument.positiveDuration
      .optional()
      .describe(
        `How old it may be, such as \`"26h"\`; an older one is an error. Default: any age within \`lookback\`. Not applied to a pinned one.`,
      ),
    pin: argument.identifier
      .optional()
      .describe(
        `Keep returning the ${names.label} with this ID, even when there is a newer one or it is no longer usable.`,
      ),
    ...lookbackArgument,
  });
  const inputs = z.object({
    ...subjectArguments(operation),
    ...operation.criteria.shape,
    ...own.shape,
    ...regionArgument,
  });
  const outputs = z.object({
    ...recordSchema(operation).shape,
    pinned: z.boolean().describe("Whether the ID came from `pin`."),
    usable: z.boolean().describe("Whether it is good by the criteria. Only a pinned one can be `false`."),
  });

  return {
    operation,
    name: `getLatest${names.type}`,
    doc: `Finds the newest good ${names.label}; it is an error when there is none. ${summary}`,
    inputs,
    outputs,
    async run(session, given): Promise<JsonObject> {
      checkArguments(operation, inputs, given);
      const { maxAge, pin, lookback } = readArguments(own, given);
      if (pin !== undefined) return pinned(session, given, pin);
      const depth = Math.max(lookback ?? USUAL_LOOKBACK, maxAge ?? 0);
      const evidence = await searchNewest(session, operation, given, { needed: 1, lookback: depth });
      const [best] = evidence.good;
      const reasons = assessUnsettled(evidence, names, (each) => assess(each, maxAge));
      if (best && reasons.length === 0) {
        warnOfNewer(session, evidence, best);
        return { ...outputRecord(operation, best), region: evidence.region, pinned: false, usable: true };
      }
      const name = nameSubject(operation, given, evidence.region);
      throw new NoneFoundError(renderReport({ operation, name }, evidence, reasons));
    },
  };

  function assess(evidence: Evidence, maxAge: number | undefined): readonly Objection[] {
    const [best] = evidence.good;
    if (best === undefined) return [noneGood(evidence, names)];
    return [...undated(evidence), ...tooOld(best, evidence.now, maxAge, `the newest usable ${names.label}`)];
  }

  /** A newest backup that is still running is nothing unusual, and so no warning. */
  function warnOfNewer(session: Session, evidence: Evidence, best: Row): void {
    const isOpen = ({ rule }: Objection) => rule === operation.newFailure;
    const newer = newerUnclear(evidence, best).find(({ objections }) => !objections.some(isOpen));
    if (newer) session.warn(`${describeUnclear(newer, names)} The older ${names.label} ${best.id} is returned.`);
  }

  /** What was pinned stays, so that a newer backup never replaces a database; `usable` tells the truth about it. */
  async function pinned(session: Session, given: JsonObject, pin: string): Promise<JsonObject> {
    const asked = subjectOf(operation, given);
    const { row, region, now } = await findById(session, operation, { ...asked, [identity]: pin });
    const objections = row?.objections(given, now);
    const usable = objections?.length === 0;
    if (!usable) {
      const why = show(objections?.[0]?.message ?? "it does not exist, or no longer exists", MAX_REASON);
      session.warn(`The pinned ${names.label} ${pin} is not usable: ${why}. It is returned because pin asks for it.`);
    }
    const record = row
      ? outputRecord(operation, row)
      : Object.fromEntries(Object.entries(asked).filter(([key]) => Object.hasOwn(outputs.shape, key)));
    return { ...record, [identity]: pin, region, pinned: true, usable };
  }
}

/** Which is the newest cannot be told when a good one has no time, or one that lies in the future. */
function undated({ good, now }: Evidence): readonly Objection[] {
  const unclear = good.find(({ dated }) => dated === undefined || dated.at > now + CLOCK_TOLERANCE);
  if (unclear === undefined) return [];
  return [{ ...unknown("time", `the time of ${unclear.id} is missing or lies in the future`), rowId: unclear.id }];
}
