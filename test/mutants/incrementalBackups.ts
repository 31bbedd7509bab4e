import type { Mutant } from "../../scripts/mutants/mutant.ts";

const unit: Mutant["tests"] = ["test/unit/backupChain.test.ts"];
const lookups: Mutant["tests"] = ["test/lookups/incrementalBackups.test.ts"];
const folder = "provider/operations/describeBackups";

/** Full or incremental: what an incremental backup rests on. */
export const incrementalBackups: readonly Mutant[] = [
  {
    name: "chain: an incremental backup stands for itself",
    file: `${folder}/describeBackups.ts`,
    original: "backupType === FULL_OR_INCREMENTAL ? judgeChains(rows, isWhole) :",
    mutated: "backupType === undefined ? judgeChains(rows, isWhole) :",
    tests: lookups,
  },
  {
    name: "chain: a broken part does not count",
    file: `${folder}/BackupChain.ts`,
    original: "if (broken) return against(broken);",
    mutated: "",
    tests: unit,
  },
  {
    name: "chain: a part that is not clear is a good one",
    file: `${folder}/BackupChain.ts`,
    original: "const reason = unclear ?? needsArgument;",
    mutated: "const reason = needsArgument;",
    tests: unit,
  },
  {
    name: "chain: what may be the base is not looked at",
    file: `${folder}/BackupChain.ts`,
    original: 'this.#doubtful = part === "base" ? undefined : row;',
    mutated: "this.#doubtful = undefined;",
    tests: lookups,
  },
  {
    name: "chain: without a base it is whole",
    file: `${folder}/BackupChain.ts`,
    original: 'return isWhole ? against(failReason("backupType", NO_BASE)) : { kind: "needsOlder" };',
    mutated: 'return { kind: "usable", restsOn: "" };',
    tests: unit,
  },
  {
    name: "chain: the base is the newest full backup that is usable",
    file: `${folder}/BackupChain.ts`,
    original: 'if (part !== "base" && part !== "mayBeBase") continue;',
    mutated: 'if ((part !== "base" && part !== "mayBeBase") || reasons.length > 0) continue;',
    tests: unit,
  },
  {
    name: "chain: a row without a time is nothing to it",
    file: `${folder}/BackupChain.ts`,
    original: "if (this.#anywhere.base) return against(doubt(this.#anywhere.base));",
    mutated: "",
    tests: unit,
  },
  {
    name: "chain: a copy-only backup is a base",
    file: `${folder}/possibleChainPart.ts`,
    original: 'if (hasFailed || copyOnlyBackup === true) return "none";',
    mutated: 'if (hasFailed) return "none";',
    tests: lookups,
  },
  {
    name: "chain: a base of another method will do",
    file: `${folder}/possibleChainPart.ts`,
    original: 'if (own !== undefined && own !== method) return "none";',
    mutated: "",
    tests: lookups,
  },
  {
    name: "chain: of the same moment is before",
    file: `${folder}/judgeChains.ts`,
    original:
      "for (const each of group) judged.set(each.row, judgeInChain(each));\n    for (const chain of chains.values()) chain.addLaterPoint(group);",
    mutated:
      "for (const chain of chains.values()) chain.addLaterPoint(group.filter(({ row }) => !isIncremental(row)));\n    for (const each of group) judged.set(each.row, judgeInChain(each));\n    for (const chain of chains.values()) chain.addLaterPoint(group.filter(({ row }) => isIncremental(row)));",
    tests: unit,
  },
  {
    name: "chain: what ended before a base of the same moment does not count",
    file: `${folder}/judgeChains.ts`,
    original: "for (const chain of chains.values()) chain.addLaterPoint(group);",
    mutated: "for (const each of group) for (const chain of chains.values()) chain.addLaterPoint([each]);",
    tests: unit,
  },
  {
    name: "chain: the search does not go on for the base",
    file: "provider/lookups/searchNewest.ts",
    original: "if (isEnough && !mayChange(evidence, needed, needOlder)) return evidence;",
    mutated: "if (isEnough) return evidence;",
    tests: lookups,
  },
  {
    name: "chain: what is read for the base counts as evidence",
    file: "provider/lookups/searchNewest.ts",
    original: "const candidatesMs = Math.min(reachMs, longestReach);",
    mutated: "const candidatesMs = reachMs;",
    tests: lookups,
  },
  {
    name: "chain: a pinned incremental backup is judged alone",
    file: "provider/lookups/judgeById.ts",
    original: "if (!alone.needOlder.has(row)) return { ...source, judged };",
    mutated: "return { ...source, judged };",
    tests: lookups,
  },
  {
    name: "chain: maxShrink compares incremental backups with full ones",
    file: `${folder}/sizeReasons.ts`,
    original: "(!isEither || isFull(row))",
    mutated: "(!isEither || row !== undefined)",
    tests: lookups,
  },
];
