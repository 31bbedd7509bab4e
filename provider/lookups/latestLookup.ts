import { ageReasons } from "../core/ageReasons.ts";
import * as argument from "../core/argument.ts";
import { assessWithMissingArgumentReason } from "../core/assessWithMissingArgumentReason.ts";
import { describeNewerUnclearRow } from "../core/describeNewerUnclearRow.ts";
import { NotGoodEnoughError } from "../core/errors/NotGoodEnoughError.ts";
import type { Evidence } from "../core/evidence.ts";
import type { JsonObject } from "../core/json.ts";
import { loadZod } from "../core/loadZod.ts";
import { noUsableRowReason } from "../core/noUsableRowReason.ts";
import { object } from "../core/objectInputType.ts";
import { once } from "../core/once.ts";
import type { Operation } from "../core/operation.ts";
import { possiblyNewerUnclearRows } from "../core/possiblyNewerUnclearRows.ts";
import type { Reason } from "../core/reason.ts";
import { unknownReason } from "../core/reason.ts";
import { redactedOutputRecord } from "../core/redactedOutputRecord.ts";
import { redactToShortLine } from "../core/redactToShortLine.ts";
import { renderReport, subjectIdsWithRegion } from "../core/report.ts";
import type { Row } from "../core/row.ts";
import { ROW_TIME_TOLERANCE } from "../core/time.ts";
import { readArgumentsAmongOthers } from "../core/validate.ts";
import { lookbackArgument, regionArgument, subjectArguments } from "./arguments.ts";
import { checkArguments } from "./checkArguments.ts";
import { judgeById, type RowQuestion } from "./judgeById.ts";
import type { LookupFunction } from "./lookupFunction.ts";
import { outputRecordSchema } from "./outputRecordSchema.ts";
import { runLookup } from "./runLookup.ts";
import { DEFAULT_LOOKBACK, searchNewest } from "./searchNewest.ts";
import type { Session } from "./session.ts";
import { readSubjectTarget } from "./target.ts";

const MAX_REASON = 400;

/** `getLatestBackup`: the newest good one; none is an error. */
export function latestLookup(operation: Operation): LookupFunction {
  const { entity, identity } = operation;
  const ownArguments = object({
    maxAge: argument.positiveDuration
      .optional()
      .describe(
        `How old it may be, such as \`"26h"\`; an older one is an error. Default: any age within \`lookback\`. Not applied to a pinned one.`,
      ),
    pin: argument.identifier
      .optional()
      .describe(
        `Keep returning the ${entity.label} with this ID, even when there is a newer one or it is no longer usable.`,
      ),
    ...lookbackArgument,
  });
  const subject = object({ ...subjectArguments(operation), ...regionArgument });
  const inputs = object({
    ...subjectArguments(operation),
    ...operation.question.criteria.shape,
    ...ownArguments.shape,
    ...regionArgument,
  });
  const outputs = once(() => {
    const z = loadZod();
    return z.object({
      ...outputRecordSchema(operation).shape,
      pinned: z.boolean().describe("Whether the ID came from `pin`."),
      usable: z.boolean().describe("Whether it is good by the criteria. Only a pinned one can be `false`."),
    });
  });

  return {
    operation,
    name: `getLatest${entity.type}`,
    doc: `Finds the newest good ${entity.label}; it is an error when there is none. ${entity.summary}`,
    inputs,
    get outputs() {
      return outputs();
    },
    async run(session, args): Promise<JsonObject> {
      const { target, judge, search } = checkArguments(operation, inputs, args, () => {
        readArgumentsAmongOthers(subject, args);
        return {
          target: readSubjectTarget(operation, args),
          judge: operation.judge(args).rows,
          search: readArgumentsAmongOthers(ownArguments, args),
        };
      });
      const { maxAge, pin, lookback = DEFAULT_LOOKBACK } = search;
      if (pin !== undefined) return await readPinned(session, { target, id: pin, judge });
      const reach = Math.max(lookback, maxAge ?? 0);
      const evidence = await runLookup(session, (lookup) =>
        searchNewest(lookup, operation, { target, judge, needed: 1, lookback: reach }),
      );
      const [best] = evidence.good;
      const reasons = assessWithMissingArgumentReason(evidence, entity, (each) => assess(each, maxAge));
      if (best && reasons.length === 0) {
        warnOfNewer(session, evidence, best);
        return { ...redactedOutputRecord(operation, best), region: evidence.region, pinned: false, usable: true };
      }
      const name = subjectIdsWithRegion(operation, target.values, evidence.region);
      throw new NotGoodEnoughError(renderReport({ operation, name }, evidence, reasons));
    },
  };

  function assess(evidence: Evidence, maxAge: number | undefined): readonly Reason[] {
    const [best] = evidence.good;
    if (best === undefined) return [noUsableRowReason(evidence, entity)];
    return [...undated(evidence), ...ageReasons(best, evidence.now, maxAge, `the newest usable ${entity.label}`)];
  }

  /** A newest backup that is still running is nothing unusual, and so no warning. */
  function warnOfNewer(session: Session, evidence: Evidence, best: Row): void {
    const isOpen = ({ rowState }: Reason) => rowState === "open";
    const newer = possiblyNewerUnclearRows(evidence, best).find(({ reasons }) => !reasons.some(isOpen));
    if (newer === undefined) return;
    // An ID is handed on as it is, and shown like any other text of the service.
    const older = redactToShortLine(best.id, MAX_REASON);
    session.warn(`${describeNewerUnclearRow(newer, entity)} The older ${entity.label} ${older} is returned.`);
  }

  /** What was pinned stays, so that a newer backup never replaces a database; `usable` tells the truth about it. */
  async function readPinned(session: Session, question: RowQuestion): Promise<JsonObject> {
    const { target, id: pin } = question;
    const { judged, region } = await runLookup(session, (lookup) => judgeById(lookup, operation, question));
    const usable = judged?.reasons.length === 0;
    if (!usable) {
      const why = redactToShortLine(
        judged?.reasons[0]?.message ?? "it does not exist, or no longer exists",
        MAX_REASON,
      );
      session.warn(`The pinned ${entity.label} ${pin} is not usable: ${why}. It is returned because pin asks for it.`);
    }
    const record = judged
      ? redactedOutputRecord(operation, judged.row)
      : Object.fromEntries(Object.entries(target.values).filter(([key]) => Object.hasOwn(operation.fields, key)));
    return { ...record, [identity.field]: pin, region, pinned: true, usable };
  }
}

/** The newest is not determined when a good row has no time, or one that lies in the future. */
function undated({ good, now }: Evidence): readonly Reason[] {
  const unclear = good.find(({ orderTime }) => orderTime === undefined || orderTime.at > now + ROW_TIME_TOLERANCE);
  if (unclear === undefined) return [];
  return [
    { ...unknownReason("time", `the time of ${unclear.id} is missing or lies in the future`), rowId: unclear.id },
  ];
}
