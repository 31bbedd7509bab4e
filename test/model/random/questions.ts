import fc from "fast-check";
import type { BackupQuestion } from "../rules/backupQuestion.ts";
import type { FileQuestion } from "../rules/files.ts";
import type { ListQuestion } from "../rules/list.ts";
import type { TaskQuestion } from "../rules/taskQuestion.ts";
import type { TaskKind } from "../rules/taskStates.ts";
import { DAY, HOUR, MINUTE } from "../rules/times.ts";
import { type Ask, START, TASK } from "../scenario.ts";
import { reach, seldom } from "./pools.ts";

const database = fc.constantFrom("orders", "users", "Users");

/** IDs are those of rows, seldom that of none. */
type Id = fc.Arbitrary<string>;

export function backupQuestion(id: Id): fc.Arbitrary<BackupQuestion> {
  return fc
    .record<BackupQuestion>({
      backupType: seldom(fc.constantFrom("FullBackup", "IncrementalBackup", "FullOrIncremental")),
      backupMethod: seldom(fc.constantFrom("Physical", "Snapshot", "Logical")),
      databaseName: seldom(database),
      assumeWholeInstance: seldom(fc.constant(true)),
      minRemaining: seldom(fc.constantFrom(0, 3 * HOUR, 6 * HOUR, 8 * DAY)),
      maxAge: fc.option(reach, { nil: undefined }),
      lookback: seldom(reach),
      minCount: seldom(fc.integer({ min: 1, max: 4 })),
      minSize: seldom(fc.constantFrom(0, 60, 100, 101)),
      maxShrink: seldom(fc.constantFrom(0, 10, 30, 50, 100)),
      noFailureSinceSuccess: fc.boolean(),
      pin: seldom(seldom(id)),
    })
    .map(({ minCount, maxShrink, noFailureSinceSuccess, ...rest }) => {
      if (rest.pin !== undefined) return rest;
      // Counting is among fewer than are searched where `lookback` is shorter than `maxAge`.
      const lookback = minCount !== undefined && minCount > 1 && rest.maxAge !== undefined ? 12 * HOUR : rest.lookback;
      return { ...rest, lookback, minCount, maxShrink, noFailureSinceSuccess };
    });
}

export function taskQuestion(kind: TaskKind, id: Id): fc.Arbitrary<TaskQuestion> {
  const none = fc.constant(undefined);
  return fc.record<TaskQuestion>({
    kind: fc.constant(kind),
    taskId: seldom(id),
    databaseName: kind === "backupSetDownloadTask" ? none : seldom(database),
    backupSet: kind === "downloadTask" ? seldom(fc.constantFrom("1", "2")) : none,
    maxAge: seldom(reach),
    lookback: kind === "backupSetDownloadTask" ? none : seldom(reach),
  });
}

export const fileQuestion: fc.Arbitrary<FileQuestion> = fc.record<FileQuestion>({
  taskId: fc.constant(TASK),
  stage: fc.constantFrom(undefined, "downloaded", "checked", "restored"),
  expectedFiles: seldom(fc.integer({ min: 1, max: 4 })),
  maxAge: seldom(reach),
});

const enforcement = fc.constantFrom(undefined, undefined, "deny" as const, "warn" as const, "off" as const);

/** Verdicts most of all; of what changes lists as often, as they show every row that was lost or taken twice. */
export function asks<Question>(
  question: fc.Arbitrary<Question>,
  forms: {
    readonly list: fc.Arbitrary<ListQuestion>;
    readonly id: Id;
    readonly newest: (question: Question) => Question;
    readonly pageSize: fc.Arbitrary<number | undefined>;
    readonly changing: boolean;
  },
): fc.Arbitrary<Ask<Question>> {
  const { list, id, newest, pageSize, changing } = forms;
  const asking = <Form extends string>(form: Form) => ({ form: fc.constant(form), question });
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ ...asking("verdict" as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        ...asking("gate" as const),
        phase: fc.constantFrom("preview" as const, "up" as const),
        policy: fc.record({ enforcement, previewEnforcement: enforcement }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ form: fc.constant("newest" as const), question: question.map(newest) }) },
    { weight: changing ? 6 : 2, arbitrary: fc.record({ form: fc.constant("list" as const), list, pageSize }) },
    { weight: 1, arbitrary: fc.record({ form: fc.constant("one" as const), id }) },
  );
}

/** A range of time that is not empty. */
export function timeRange(longestAge: number): fc.Arbitrary<Pick<ListQuestion, "from" | "to">> {
  const ages = [0, 1, 24, 26, 48, 100, 160, 800]
    .map((hours) => hours * HOUR + 19 * MINUTE)
    .filter((age) => age < longestAge);
  return fc
    .record({ from: seldom(fc.constantFrom(...ages)), to: seldom(fc.constantFrom(...ages)) })
    .map(({ from, to }) => {
      const [oldest, youngest] = from !== undefined && to !== undefined && from < to ? [to, from] : [from, to];
      const isEmpty = oldest === youngest;
      return {
        from: oldest === undefined ? undefined : START - oldest,
        to: youngest === undefined || isEmpty ? undefined : START - youngest,
      };
    });
}
