import type { Mutant } from "../../scripts/mutants/mutant.ts";

const file = "provider/bin/CodeCache.mts";
const loading = "provider/bin/loadServiceFile.mts";
const tests: Mutant["tests"] = ["test/unit/CodeCache.test.ts"];
const starts: Mutant["tests"] = ["test/plugin/codeCache.test.ts"];

/** What one start of the plugin keeps for the next: compiled code must be our own, and of the source that is there. */
export const codeCache: readonly Mutant[] = [
  {
    name: "code cache: the code of another version is taken",
    file,
    original: "if (code === undefined || kept?.readUInt32LE(0) !== this.#sourceChecksum) return undefined;",
    mutated: "if (code === undefined || kept === undefined) return undefined;",
    tests,
  },
  {
    name: "code cache: code that is not whole is taken",
    file,
    original: "kept.readUInt32LE(4) === crc32(code) ? code : undefined",
    mutated: "code",
    tests,
  },
  {
    name: "code cache: code is taken that others could write",
    file,
    original: " && (mode & WRITABLE_BY_OTHERS) === 0",
    mutated: "",
    tests,
  },
  {
    name: "code cache: a write that failed leaves half a file",
    file,
    original: "    this.#removeTemporaryFiles();\n",
    mutated: "",
    tests,
  },
  {
    name: "code cache: a write goes through a link of somebody else's",
    file,
    original: ', flag: "wx"',
    mutated: "",
    tests,
  },
  {
    name: "code cache: what is kept is not given to V8",
    file: loading,
    original: "    cachedData,\n  });",
    mutated: "  });",
    tests: starts,
  },
  {
    name: "code cache: what V8 does not take is never replaced",
    file: loading,
    original: " && script.cachedDataRejected !== true",
    mutated: "",
    tests: starts,
  },
  {
    name: "code cache: it is written once more when a list is long",
    file: loading,
    original: "    isKept = true;\n",
    mutated: "",
    tests: starts,
  },
  {
    name: "code cache: it is kept before anything has been read",
    file: "provider/server/createGrpcServer.ts",
    original: "if (hasReadWholeList()) keepSoon();",
    mutated: "keepSoon();",
    tests: starts,
  },
  {
    name: "code cache: it is made after V8's flags have been changed",
    file: "provider/server/limitYoungSpaceOnceLarge.ts",
    original: '    beforeLimit();\n    setFlagsFromString("--semi-space-growth-factor=1");',
    mutated: '    setFlagsFromString("--semi-space-growth-factor=1");\n    beforeLimit();',
    tests: ["test/unit/limitYoungSpaceOnceLarge.test.ts"],
  },
  {
    name: "a warning that cannot reach the engine is lost",
    file: "provider/server/lazyEngineLog.ts",
    original: "process.stderr.write(`${message}",
    mutated: "process.stderr.write(`",
    tests: ["test/plugin/log.test.ts"],
  },
];
