import fc from "fast-check";
import { START, TASK } from "../scenario.ts";
import { NEW_ID, rowId } from "./ids.ts";
import { fileName } from "./taskRows.ts";

const row = {
  mode: undefined,
  created: START - 600_000,
  ended: undefined,
  databases: undefined,
  backupSet: undefined,
  isAvailable: true,
};

/** At one moment the last file is added to a migrate task, and the task succeeds. */
export const endingTask = fc.integer({ min: 1, max: 3 }).map((beforeReply) => ({
  rows: [{ ...row, id: fileName(rowId(0)), status: "Restored" }],
  changes: [{ beforeReply, kind: "enter" as const, row: { ...row, id: fileName(NEW_ID), status: "Downloading" } }],
  parents: {
    rows: [{ ...row, id: TASK, mode: "FULL", status: "Running", databases: ["orders"] }],
    changes: [{ beforeReply, kind: "edit" as const, place: 0, edit: { status: "Success" } }],
  },
}));
