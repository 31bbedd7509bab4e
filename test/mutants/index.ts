import type { Mutant } from "../../scripts/mutants/mutant.ts";
import { answers } from "./answers.ts";
import { backupConditionMutants } from "./backupConditions.ts";
import { boundary } from "./boundary.ts";
import { codeCache } from "./codeCache.ts";
import { decoding } from "./decoding.ts";
import { gateDeletion } from "./gateDeletion.ts";
import { gateLife } from "./gateLife.ts";
import { gates } from "./gates.ts";
import { grpc } from "./grpc.ts";
import { guard } from "./guard.ts";
import { incrementalBackups } from "./incrementalBackups.ts";
import { keys } from "./keys.ts";
import { listReading } from "./listReading.ts";
import { listRule } from "./listRule.ts";
import { model } from "./model.ts";
import { newInstances } from "./newInstances.ts";
import { redaction } from "./redaction.ts";
import { requests } from "./requests.ts";
import { serviceTexts } from "./serviceTexts.ts";
import { taskStates } from "./taskStates.ts";
import { tasks } from "./tasks.ts";
import { usableBackups } from "./usableBackups.ts";
import { verdicts } from "./verdicts.ts";

/** Every deliberate fault. Its name stays when code or tests are rewritten: it tells whether the same ones still die. */
export const mutants: readonly Mutant[] = [
  ...listRule,
  ...listReading,
  ...decoding,
  ...usableBackups,
  ...backupConditionMutants,
  ...incrementalBackups,
  ...requests,
  ...keys,
  ...answers,
  ...verdicts,
  ...tasks,
  ...taskStates,
  ...boundary,
  ...grpc,
  ...gates,
  ...gateLife,
  ...gateDeletion,
  ...newInstances,
  ...redaction,
  ...serviceTexts,
  ...guard,
  ...codeCache,
  ...model,
];
