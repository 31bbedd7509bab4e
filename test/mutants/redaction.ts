import type { Mutant } from "../../scripts/mutants/mutant.ts";

const redact: Mutant["tests"] = ["test/unit/redact.test.ts"];
const show: Mutant["tests"] = ["test/unit/redactToShortLine.test.ts"];
const texts: Mutant["tests"] = ["test/lookups/serviceTexts.test.ts"];
const inputs: Mutant["tests"] = ["test/plugin/secretInputs.test.ts"];

/** No text that a person sees holds a secret; nothing is cut before it is judged. */
export const redaction: readonly Mutant[] = [
  {
    name: "S1: what stands behind 'string to sign' stays",
    file: "provider/core/redact.ts",
    original: 'to${BLANK}sign[^]*$`, "i"), ""],',
    mutated: 'to${BLANK}sign[^]{0,1}$`, "i"), ""],',
    tests: [...redact, ...texts],
  },
  {
    name: "S1: a secret that was encoded is not recognised",
    file: "provider/core/valueHider.ts",
    original: "if (MAY_BE_ENCODED.test(clean)) clean = replaceUnfolded(clean, literal, { mark });",
    mutated: "",
    tests: redact,
  },
  {
    name: "S1: a secret that was encoded twice is not recognised",
    file: "provider/core/removeEncodings.ts",
    original: "/%(?:25){0,8}([0-9a-f]{2})|",
    mutated: "/%([0-9a-f]{2})|",
    tests: redact,
  },
  {
    name: "S1: a secret in base64 is not recognised",
    file: "provider/core/valueHider.ts",
    original: "return [...forms, hex, hex.toUpperCase(), ...base64];",
    mutated: "return [...forms, hex, hex.toUpperCase(), ...base64.slice(0, 0)];",
    tests: redact,
  },
  {
    name: "redaction: of two secrets the shorter is taken out first",
    file: "provider/core/valueHider.ts",
    original: "sort((a, b) => b.length - a.length)",
    mutated: "sort((a, b) => a.length - b.length)",
    tests: redact,
  },
  {
    name: "redaction: a link keeps its query",
    file: "provider/core/redact.ts",
    original: "`$1?${MARK}`],",
    mutated: '"$&"],',
    tests: redact,
  },
  {
    name: "redaction: a key ID that nobody announced stays",
    file: "provider/core/redact.ts",
    original: "[/(?:LTAI|STS\\.)[\\w.-]{8,}/g, MARK],",
    mutated: "",
    tests: redact,
  },
  {
    name: "redaction: an old key is shown again when there are many",
    file: "provider/core/redact.ts",
    original: "processSecrets.delete(secret);\n    processSecrets.add(secret);",
    mutated: "processSecrets.add(secret);",
    tests: redact,
  },
  {
    name: "H2: a text is cut before it is redacted",
    file: "provider/core/redactToShortLine.ts",
    original: "redactToLine(applyCurrentHide(text.slice(0, MAX_LOOKED_AT)))",
    mutated: "redactToLine(applyCurrentHide(text.slice(0, length + 3)))",
    tests: show,
  },
  {
    name: "H2: half a secret stays at the end of a long text",
    file: "provider/core/redactToShortLine.ts",
    original: "text.length > MAX_LOOKED_AT ? line.slice(0, Math.max(0, line.length - UNSURE)) : line;",
    mutated: "line;",
    tests: [...show, ...texts],
  },
  {
    name: "H2: an error of any length ends the connection",
    file: "provider/server/grpc/shortenForMetadata.ts",
    original: "if (size(whole) <= MAX_BYTES) return whole;",
    mutated: "if (size(whole) >= 0) return whole;",
    tests: ["test/unit/shortenForMetadata.test.ts", ...inputs],
  },
];
