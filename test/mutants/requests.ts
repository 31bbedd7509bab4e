import type { Mutant } from "../../scripts/mutants/mutant.ts";

const regions: Mutant["tests"] = ["test/unit/endpointRegions.test.ts"];
const endpoint: Mutant["tests"] = ["test/unit/findEndpoint.test.ts"];
const faults: Mutant["tests"] = ["test/lookups/faults.test.ts"];

/** Where is asked, what a reply means, and when is asked again. */
export const requests: readonly Mutant[] = [
  {
    name: "W10: an endpoint that is set serves every region",
    file: "provider/client/placeAt.ts",
    original: "if (isThisMachine(host) || region.toLowerCase() === ownRegion?.toLowerCase()) return url;",
    mutated: "if (isThisMachine(host) || ownRegion !== undefined) return url;",
    tests: regions,
  },
  {
    name: "W10: a host serves a region of which its own is the beginning",
    file: "provider/client/placeAt.ts",
    original: "if (hostRegions.has(region.toLowerCase())) return",
    mutated: "if ([...hostRegions].some((own) => region.startsWith(own))) return",
    tests: regions,
  },
  {
    name: "W10: a VPC host is another place than its region's public one",
    file: "provider/client/placeAt.ts",
    original: "return region.toLowerCase();\n",
    mutated: "return url;\n",
    tests: regions,
  },
  {
    name: "W10: a host of one service serves the other, too",
    file: "provider/client/regions.ts",
    original: 'product.replace(/-vpc$/, "") === PRODUCTS[service];',
    mutated: 'product !== "";',
    tests: regions,
  },
  {
    name: "the provider's region counts more than the call's",
    file: "provider/client/findEndpoint.ts",
    original: "const region = callRegion ?? ownRegion;",
    mutated: "const region = ownRegion ?? callRegion;",
    tests: endpoint,
  },
  {
    name: "a signature may be sent over http",
    file: "provider/client/findEndpoint.ts",
    original: '(protocol === "http:" && isThisMachine(hostname))',
    mutated: 'protocol === "http:"',
    tests: endpoint,
  },
  {
    name: "N12: a region that is not in the table is guessed on another continent",
    file: "provider/client/findEndpoint.ts",
    original: "return [...regions.keys()].filter((name) => name.startsWith(`${continent}-`));",
    mutated: 'return [...regions.keys()].filter((name) => name.startsWith(`${continent}-`) || name.startsWith("eu-"));',
    tests: endpoint,
  },
  {
    name: "skipRegionValidation lets through what is no part of a host name",
    file: "provider/client/findEndpoint.ts",
    original: "(skip && label)",
    mutated: "(skip || !label)",
    tests: endpoint,
  },
  {
    name: "W9: messages to the engine go through a proxy",
    file: "provider/server/engineLog.ts",
    original: '"grpc.enable_http_proxy": 0',
    mutated: '"grpc.enable_http_proxy": 1',
    tests: ["test/plugin/log.test.ts"],
  },
  {
    name: "Success: false is an answer",
    file: "provider/client/interpretReply.ts",
    original: "if (success === false || (success === undefined && code !== undefined)) {",
    mutated: "if (success === undefined && code !== undefined) {",
    tests: ["test/unit/interpretReply.test.ts"],
  },
  {
    name: "a Success that is no word for true is one",
    file: "provider/client/interpretReply.ts",
    original: "return /^\\s*(true|1)\\s*$/i.test(text(value));",
    mutated: "return !/^\\s*(false|0)\\s*$/i.test(text(value));",
    tests: ["test/unit/interpretReply.test.ts"],
  },
  {
    name: "the HTTP status does not matter",
    file: "provider/client/interpretReply.ts",
    original: "if (!statusOk) return",
    mutated: "if (!statusOk && code !== undefined) return",
    tests: ["test/unit/interpretReply.test.ts"],
  },
  {
    name: "success beside an error code and without rows is an empty list",
    file: "provider/lookups/decodePage.ts",
    original: "if (page.rows.length === 0 && doubt !== undefined) {",
    mutated: "if (page.rows.length < 0 && doubt !== undefined) {",
    tests: ["test/lookups/taskErrors.test.ts"],
  },
  {
    name: "a signature that does not match repeats what was signed",
    file: "provider/client/readReply.ts",
    original: 'code === "SignatureDoesNotMatch" ? "the signature does not match" : message.trim()',
    mutated: "message.trim()",
    tests: faults,
  },
  {
    name: "throttling is a wrong request",
    file: "provider/client/errorKind.ts",
    original: '["throttled", /^(Throttling(\\..+)?|Rejected\\.Throttling)$/],',
    mutated: '["throttled", /^Rejected\\.Throttling$/],',
    tests: ["test/unit/errorKind.test.ts"],
  },
  {
    name: "an unknown instance is a missing permission",
    file: "provider/operations/apiVersions.ts",
    original: '"Forbidden.InstanceNotFound",\n      "Request.NotFound",',
    mutated: '"Request.NotFound",',
    tests: ["test/unit/errorKind.test.ts"],
  },
  {
    name: "a denied permission is asked for again and again",
    file: "provider/client/backoff.ts",
    original: "attempts < (MAX_ATTEMPTS[kind] ?? 1)",
    mutated: "attempts < (MAX_ATTEMPTS[kind] ?? 5)",
    tests: ["test/unit/backoff.test.ts"],
  },
  {
    name: "the service's own pause is not kept",
    file: "provider/client/backoff.ts",
    original: "return Math.round(minimum + random() * ceiling);",
    mutated: "return Math.round(random() * Math.max(asked, ceiling));",
    tests: ["test/unit/backoff.test.ts"],
  },
  {
    name: "waiting for a turn is failing",
    file: "provider/client/connect.ts",
    original: "failingSince ??= host.now();",
    mutated: "failingSince ??= began;",
    tests: ["test/unit/connect.test.ts"],
  },
];
