import type { Mutant } from "../../scripts/mutants/mutant.ts";

const file = "provider/bin/CodeCache.mts";
const tests: Mutant["tests"] = ["test/unit/CodeCache.test.ts"];

/** What one start of the plugin keeps for the next: compiled code must be that of the source that is there. */
export const codeCache: readonly Mutant[] = [
  {
    name: "code cache: the code of another version is taken",
    file,
    original: "kept.readUInt32LE(0) === this.#sourceChecksum && ",
    mutated: "",
    tests,
  },
  {
    name: "code cache: code that is not whole is taken",
    file,
    original: " && kept.readUInt32LE(4) === crc32(code)",
    mutated: "",
    tests,
  },
  {
    name: "code cache: the code of another installation is taken",
    file,
    original: "`${crc32(file).toString(16)}.service`",
    mutated: "`${file.length}.service`",
    tests,
  },
  {
    name: "code cache: a write that failed leaves half a file",
    file,
    original: "rmSync(own, { force: true });",
    mutated: "",
    tests,
  },
];
