import { describe, expect, test } from "vitest";
import { operations } from "../../provider/operations/index.ts";
import { declaredParameters } from "../support/laws/declared.ts";
import { knownParameters, plumbing } from "./knownParameters.ts";

describe.each(operations)("$api.action", (operation) => {
  const { action } = operation.api;
  const known = knownParameters[action] ?? [];
  const declared = declaredParameters(operation).map(({ wire }) => wire);
  const { paging, regionWireName } = operation.api;
  const ours = [paging?.number.wire, paging?.size.wire, regionWireName].filter((wire) => wire !== undefined);

  test("sends no parameter that the documents do not know", ({ skip }) => {
    skip(!(action in knownParameters), `knownParameters.ts does not list the parameters of ${action} yet`);
    expect([...declared, ...ours].filter((wire) => !known.includes(wire))).toEqual([]);
  });

  test("lets a program set every parameter of the documents, but for paging, region and plumbing", () => {
    const open = known.filter((wire) => !plumbing.includes(wire) && !ours.includes(wire));
    expect(open.filter((wire) => !declared.includes(wire))).toEqual([]);
  });

  test("leaves plumbing alone", () => {
    expect(declared.filter((wire) => plumbing.includes(wire) || /^(Resource)?Owner|AccessKey/.test(wire))).toEqual([]);
  });
});
