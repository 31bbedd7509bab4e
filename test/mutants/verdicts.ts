import type { Mutant } from "../../scripts/mutants/mutant.ts";

const readiness: Mutant["tests"] = ["test/lookups/getBackupReadiness.test.ts"];
const many: Mutant["tests"] = ["test/lookups/manyInstances.test.ts"];
const linkTests: Mutant["tests"] = ["test/lookups/downloadLinks.test.ts", "test/unit/linkExpiry.test.ts"];

/** Verdicts about one and about many, and the links. */
export const verdicts: readonly Mutant[] = [
  {
    name: "unknown is not as bad as pending",
    file: "provider/lookups/verdict.ts",
    original: '["unknown", "fail", "pending"]',
    mutated: '["fail", "pending"]',
    tests: readiness,
  },
  {
    name: "fail counts more than unknown",
    file: "provider/lookups/verdict.ts",
    original: '["unknown", "fail", "pending"]',
    mutated: '["fail", "unknown", "pending"]',
    tests: [...readiness, ...many],
  },
  {
    name: "a service that cannot be asked is a no",
    file: "provider/lookups/evaluateOneSubject.ts",
    original: 'verdict: "unknown",\n      reasons: [reason],',
    mutated: 'verdict: "fail",\n      reasons: [reason],',
    tests: readiness,
  },
  {
    name: "a service that cannot be asked has nothing against it",
    file: "provider/lookups/evaluateOneSubject.ts",
    original: 'verdict: "unknown",\n      reasons: [reason],',
    mutated: 'verdict: "pass",\n      reasons: [],',
    tests: readiness,
  },
  {
    name: "waiting may help against a missing permission",
    file: "provider/lookups/evaluateOneSubject.ts",
    original: '"credentials", "permission", "request"',
    mutated: '"credentials", "request"',
    tests: readiness,
  },
  {
    name: "a mistake in the arguments is a verdict",
    file: "provider/lookups/evaluateOneSubject.ts",
    original: "if (!(error instanceof CallError || error instanceof ReplyError)) throw error;",
    mutated: "if (!(error instanceof Error)) throw error;",
    tests: ["test/lookups/getBackupReadiness.test.ts", "test/lookups/sharing.test.ts"],
  },
  {
    name: "of many instances the first decides",
    file: "provider/lookups/evaluateMany.ts",
    original: 'assessment.verdict === "pass" ? []',
    mutated: 'assessment.verdict === "pass" || index > 0 ? []',
    tests: many,
  },
  {
    name: "nobody to ask is nobody who says no",
    file: "provider/core/argument.ts",
    original: "if (!Array.isArray(value) || value.length === 0) return undefined;",
    mutated: "if (!Array.isArray(value)) return undefined;",
    tests: many,
  },
  {
    name: "all of many instances are asked at once",
    file: "provider/lookups/evaluateMany.ts",
    original: "const AT_ONCE = 5;",
    mutated: "const AT_ONCE = 500;",
    tests: many,
  },
  {
    name: "a link may be about to expire",
    file: "provider/lookups/linksLookup.ts",
    original: "if (left >= minValidity) return;",
    mutated: "if (left >= 0) return;",
    tests: linkTests,
  },
  {
    name: "a link whose expiry cannot be read is valid",
    file: "provider/lookups/linksLookup.ts",
    original: "(expiry ?? Number.NEGATIVE_INFINITY) - now",
    mutated: "(expiry ?? Number.POSITIVE_INFINITY) - now",
    tests: linkTests,
  },
  {
    name: "of several links the readable ones tell when the first expires",
    file: "provider/lookups/linksLookup.ts",
    original: "return expiries.includes(undefined) ? undefined : Math.min(...expiries.map((each) => each ?? 0));",
    mutated: "return Math.min(...expiries.map((each) => each ?? Number.POSITIVE_INFINITY));",
    tests: linkTests,
  },
  {
    name: "of two expiries in one link the first is believed",
    file: "provider/core/linkExpiry.ts",
    original: 'query?.getAll(name).length === 1 ? (query.get(name) ?? "") : ""',
    mutated: 'query?.get(name) ?? ""',
    tests: linkTests,
  },
  {
    name: "lookups of different instances in flight share one reading",
    file: "provider/lookups/readRows.ts",
    original: "Object.entries(parameters).sort(),",
    mutated: "",
    tests: ["test/lookups/manyInstances.test.ts"],
  },
  {
    name: "what has finished is remembered",
    file: "provider/lookups/SharedReadings.ts",
    original: "if (this.#running.get(key) === reading) this.#running.delete(key);",
    mutated: "if (this.#running.get(key) !== reading) this.#running.delete(key);",
    tests: ["test/lookups/sharing.test.ts"],
  },
  {
    name: "an instance that is named twice is asked twice",
    file: "provider/lookups/lookupQuery.ts",
    original: "const [first, ...others] = new Set(ids);",
    mutated: "const [first, ...others] = ids;",
    tests: many,
  },
  {
    name: "a criterion hides rows that it should judge",
    file: "provider/lookups/target.ts",
    original: "pickTarget(args, [...operation.question.subject, operation.identity.field])",
    mutated: "pickTarget(args, Object.keys(operation.parameters))",
    tests: ["test/requests/*.test.ts", "test/lookups/usableBackups.test.ts", "test/lookups/getBackupReadiness.test.ts"],
  },
];
