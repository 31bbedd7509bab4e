import type { Mutant } from "../../scripts/mutants/mutant.ts";

const texts: Mutant["tests"] = ["test/lookups/serviceTexts.test.ts"];
const inputs: Mutant["tests"] = ["test/plugin/secretInputs.test.ts"];

/** What the service and a program wrote, where it leaves; and the process that this package runs in. */
export const serviceTexts: readonly Mutant[] = [
  {
    name: "S2: a word of the service goes into reasons as it came",
    file: "provider/lookups/redactAssessment.ts",
    original: "message: redactToShortLine(reason.message, MAX_REASON)",
    mutated: "message: reason.message.slice(0, MAX_REASON)",
    tests: texts,
  },
  {
    name: "S2: a record holds what the service wrote as it came",
    file: "provider/core/redactedOutputRecord.ts",
    original: 'if (typeof value === "string") return redactToLine(value);',
    mutated: 'if (typeof value === "string") return value;',
    tests: texts,
  },
  {
    name: "S2: an ID is changed by redaction",
    file: "provider/core/redactedOutputRecord.ts",
    original: "!isAnyIdField(idName, name)",
    mutated: "name.length > 0",
    tests: texts,
  },
  {
    name: "S3: a secret instance stands in a refusal",
    file: "provider/server/secretInputs.ts",
    original: 'return valueHider([...new Set(secrets)], { mark: "[secret]", minInnerLength: MIN_INNER_LENGTH });',
    mutated:
      'return valueHider([...new Set(secrets)].slice(0, 0), { mark: "[secret]", minInnerLength: MIN_INNER_LENGTH });',
    tests: inputs,
  },
  {
    name: "S3: a refusal as data repeats a secret",
    file: "provider/server/invoke.ts",
    original: "__refusal: applyCurrentHide(message)",
    mutated: "__refusal: message",
    tests: inputs,
  },
  {
    name: "S3: a failure repeats the secret of another property",
    file: "provider/server/toCheckFailures.ts",
    original: "reason: applyCurrentHide(reason)",
    mutated: "reason",
    tests: inputs,
  },
  {
    name: "S4: an import changes DEBUG of the process that it is made in",
    file: "provider/dynamic/index.ts",
    original: 'export { dynamicMethods } from "./dynamicMethods.ts";',
    mutated:
      'if (process.env.DEBUG) process.env.DEBUG += ",-httpx:*";\nexport { dynamicMethods } from "./dynamicMethods.ts";',
    tests: ["test/lookups/foreignProcess.test.ts"],
  },
  {
    name: "S4: the HTTP library prints keys for DEBUG=*",
    file: "provider/client/alicloudLibraries.ts",
    original: "delete process.env.DEBUG;",
    mutated: "",
    tests: ["test/lookups/debugOutput.test.ts", "test/lookups/foreignProcess.test.ts"],
  },
  {
    name: "S4: the HTTP library is the one that the process has loaded, and prints by its loggers",
    file: "provider/client/alicloudLibraries.ts",
    original: "for (const key of Object.keys(cache)) delete cache[key];\n  delete process.env.DEBUG;",
    mutated: "delete process.env.DEBUG;",
    tests: ["test/lookups/foreignProcess.test.ts"],
  },
  {
    name: "S4: a lookup changes DEBUG of the process that it is made in",
    file: "provider/client/alicloudLibraries.ts",
    original: "if (DEBUG !== undefined) process.env.DEBUG = DEBUG;",
    mutated: "",
    tests: ["test/lookups/foreignProcess.test.ts"],
  },
  {
    name: "S4: a lookup takes away the modules that the process has loaded",
    file: "provider/client/alicloudLibraries.ts",
    original: "for (const [key, module] of others) cache[key] = module;",
    mutated: "",
    tests: ["test/lookups/foreignProcess.test.ts"],
  },
  {
    name: "N9: a row with a key that every object has is not JSON",
    file: "provider/client/parseReply.ts",
    original: 'const json = text.replace(/^\\uFEFF/, "");',
    mutated: 'const json = text.includes("constructor") ? "" : text;',
    tests: ["test/unit/parseReply.test.ts", "test/lookups/rowKeys.test.ts"],
  },
  {
    name: "N9: a number of many digits beside such a key loses its last ones",
    file: "provider/client/parseReply.ts",
    original: "if (source.length > MAX_DIGITS) return",
    mutated: "if (source.length > 99) return",
    tests: ["test/unit/parseReply.test.ts", "test/lookups/rowKeys.test.ts"],
  },
];
