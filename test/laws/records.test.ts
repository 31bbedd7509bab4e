import structProto from "google-protobuf/google/protobuf/struct_pb.js";
import { describe, expect, test } from "vitest";
import { readPage } from "../../provider/core/readPage.ts";
import { outputRecordSchema } from "../../provider/lookups/outputRecordSchema.ts";
import { operations } from "../../provider/operations/index.ts";
import { readPropertyBag, writeProperties } from "../../provider/server/propertyBag.ts";
import { objectSpec } from "../../provider/server/schema/propertySpec.ts";
import { sample } from "../wire/sample.ts";

describe.each(operations)("a record of $api.action", (operation) => {
  const records = readPage(operation, sample(operation.api.action)).rows.map(({ record }) => record);

  test("arrives at the engine as it left", () => {
    for (const record of records) {
      expect(structProto.Struct.fromJavaScript({ ...record }).toJavaScript()).toEqual(record);
      expect(readPropertyBag(writeProperties(record)).values).toEqual(record);
    }
  });

  test("holds only what the schema promises, in the promised type", () => {
    const { properties } = objectSpec(outputRecordSchema(operation), "output");
    for (const record of records) {
      const types = Object.fromEntries(
        Object.entries(record).map(([name, value]) => [name, { type: Array.isArray(value) ? "array" : typeof value }]),
      );
      expect(properties).toMatchObject(types);
    }
  });
});
