import { expect, test } from "vitest";
import { z } from "zod";
import * as argument from "../../provider/core/argument.ts";
import { object } from "../../provider/core/objectInputType.ts";
import { dynamicInputsOf } from "../../provider/dynamic/dynamicInputsOf.ts";
import { dynamicMethods } from "../../provider/dynamic/dynamicMethods.ts";
import { unknownValue } from "../support/plugin/pluginProperties.ts";

const inputs = object({
  dbInstanceIds: argument.nonEmptyListOf(argument.text()),
  maxAge: argument.text(),
  tags: object({ a: argument.text() }),
});
const outputs = z.object({ maxAge: z.string(), verdict: z.string() });

test("an argument is unknown as a whole when a part of it is", () => {
  const news = { dbInstanceIds: ["rm-1", unknownValue], tags: { a: unknownValue }, maxAge: "26h" };
  expect(dynamicInputsOf(news, inputs, outputs)).toEqual({
    values: { maxAge: "26h" },
    unknown: new Set(["dbInstanceIds", "tags"]),
  });
});

test("what the engine and an earlier answer put beside the arguments is none", () => {
  const news = { __provider: "source", verdict: "pass", maxAge: "26h", tags: null };
  expect(dynamicInputsOf(news, inputs, outputs)).toEqual({ values: { maxAge: "26h" }, unknown: new Set() });
});

test("a lookup with an argument that is not known yet is a change, and nothing is asked", async () => {
  const lookup = dynamicMethods("alicloud-backups:rds:getLatestBackup", { get: () => undefined });
  const recorded = { dbInstanceId: "rm-1", backupId: "1" };
  expect(await lookup.diff("1", recorded, { dbInstanceId: unknownValue })).toEqual({ changes: true });
});
