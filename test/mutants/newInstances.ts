import type { Mutant } from "../../scripts/mutants/mutant.ts";

const verdict: Mutant["tests"] = ["test/lookups/newInstances.test.ts"];
const gate: Mutant["tests"] = ["test/lookups/gateNewInstances.test.ts"];
const rule = "provider/operations/describeBackups/gatherBackupsOrNewInstance.ts";

/** An instance before its first backup, and what must not be taken for one. */
export const newInstances: readonly Mutant[] = [
  {
    name: "every instance without a good backup is new",
    file: rule,
    original: 'conditions.newInstances !== "allow" || evidence.rows.length > 0',
    mutated: 'conditions.newInstances !== "allow" || evidence.good.length > 0',
    tests: verdict,
  },
  {
    name: "an instance is new by default",
    file: rule,
    original: 'conditions.newInstances !== "allow" ||',
    mutated: 'conditions.newInstances === "deny" ||',
    tests: verdict,
  },
  {
    name: "one empty answer makes an instance new",
    file: rule,
    original: "(await serviceHasNoRow()) && (await serviceHasNoRow())",
    mutated: "await serviceHasNoRow()",
    tests: verdict,
  },
  {
    name: "an instance is new without being asked about",
    file: rule,
    original: "(await serviceHasNoRow()) && (await serviceHasNoRow())",
    mutated: "serviceHasNoRow !== undefined",
    tests: verdict,
  },
  {
    name: "an instance that was created long ago is new",
    file: rule,
    original: "if (age <= newFor) return undefined;",
    mutated: "if (age >= 0) return undefined;",
    tests: verdict,
  },
  {
    name: "an instance whose createTime cannot be read is new",
    file: rule,
    original: 'if (created === undefined) return "its createTime cannot be read";',
    mutated: "if (created === undefined) return undefined;",
    tests: verdict,
  },
  {
    name: "an instance is new when only the days that a verdict looks at are empty",
    file: "provider/lookups/gatherEvidence.ts",
    original: "retentionRange(operation, lookup.client.serviceTime()),",
    mutated: "{ from: lookup.client.serviceTime() - 32 * 86_400_000, to: lookup.client.serviceTime() },",
    tests: verdict,
  },
  {
    name: "newInstances goes with a pin",
    file: "provider/operations/describeBackups/backupConditions.ts",
    original: '...(pin === undefined ? [] : ["pin"]), ...(minCount > 1',
    mutated: "...(minCount > 1",
    tests: verdict,
  },
  {
    name: "a gate that has recorded a backup may be new again",
    file: "provider/gates/defineGate.ts",
    original: "recorded.length > 0 : recorded.includes(id)",
    mutated: "recorded.length > 9 : recorded.includes(id)",
    tests: gate,
  },
  {
    name: "of several instances none is new any more once one has a backup",
    file: "provider/gates/defineGate.ts",
    original: "recorded.length > 0 : recorded.includes(id)",
    mutated: "recorded.length > 0 : recorded.length > 0 && id !== undefined",
    tests: gate,
  },
  {
    name: "a gate forgets its backup with the ID",
    file: "provider/gates/addRecordedInstancesUnlessImplied.ts",
    original: "[...instancesWithRecordedRow(operation, properties), ...withNewRecord]",
    mutated: "[...instancesWithRecordedRow(operation, { ...properties, recordedInstances: [] }), ...withNewRecord]",
    tests: gate,
  },
  {
    name: "a pass of version 0.1.0 was by no backup",
    file: "provider/gates/instancesWithRecordedRow.ts",
    original: 'if (verdict !== "pass") return [];',
    mutated: 'if (verdict !== "off") return [];',
    tests: gate,
  },
  {
    name: "the first backup of a new instance is not recorded",
    file: "provider/gates/gateDiffs.ts",
    original: "withGoodRow.some((id) => !recorded.includes(id))",
    mutated: "withGoodRow.every((id) => recorded.includes(id)) && withGoodRow.length > 9",
    tests: gate,
  },
];
