import type { Mutant } from "../../scripts/mutants/mutant.ts";

const keyTests: Mutant["tests"] = ["test/unit/credentials.test.ts"];

/** Which key signs: never another account than the one that was meant. */
export const keys: readonly Mutant[] = [
  {
    name: "half a key is no key, and the next place is looked in",
    file: "provider/client/credentials/keyPair.ts",
    original: "if (!key && !secret) return undefined;",
    mutated: "if (!key || !secret) return undefined;",
    tests: keyTests,
  },
  {
    name: "a token without its key is overlooked",
    file: "provider/client/credentials/keyPair.ts",
    original: "if (securityToken !== undefined && accessKey === undefined && secretKey === undefined) {",
    mutated: 'if (securityToken === "" && accessKey === undefined && secretKey === undefined) {',
    tests: keyTests,
  },
  {
    name: "the token of another place belongs to this key",
    file: "provider/client/credentials/keyPair.ts",
    original: "names.map((name) => env[name]),",
    mutated: "names.map((name, part) => env[name] || (part === 2 ? env.ALIBABA_CLOUD_SECURITY_TOKEN : undefined)),",
    tests: keyTests,
  },
  {
    name: "the environment's key comes before the configured one",
    file: "provider/client/credentials/findSource.ts",
    original: "sourceFromSettings(lookup) ??\n    keyFromEnvironment(lookup.env) ??",
    mutated: "keyFromEnvironment(lookup.env) ??\n    sourceFromSettings(lookup) ??",
    tests: keyTests,
  },
  {
    name: "a role that is to be assumed is not",
    file: "provider/client/credentials/findSource.ts",
    original: "return assumedRole(lookup, base);",
    mutated: "return lookup.settings.assumeRole === undefined ? assumedRole(lookup, base) : base;",
    tests: [...keyTests, "test/lookups/assumeRole.test.ts"],
  },
  {
    name: "of two configured sources the first is taken",
    file: "provider/client/credentials/settingSources.ts",
    original: "if (first !== undefined && second !== undefined) {",
    mutated: "if (first === undefined && second !== undefined) {",
    tests: keyTests,
  },
  {
    name: "two thirds of OIDC in the environment are none",
    file: "provider/client/credentials/environmentSources.ts",
    original: "if (!oidcProviderArn && !file) return undefined;",
    mutated: "if (!oidcProviderArn || !file) return undefined;",
    tests: keyTests,
  },
  {
    name: "a key comes from a URI over http from anywhere",
    file: "provider/client/credentials/checkUri.ts",
    original: "if (!isSafe(url)) {",
    mutated: "if (!isSafe(url) && url.port !== url.port) {",
    tests: keyTests,
  },
  {
    name: "a key that has ended is kept for ever",
    file: "provider/client/credentials/createCredentialCache.ts",
    original: "return expiresAt - host.now() > margin;",
    mutated: "return expiresAt > margin;",
    tests: ["test/lookups/credentialsUri.test.ts"],
  },
  {
    name: "a key of the helper is not known to be a secret",
    file: "provider/client/credentials/fetchKey.ts",
    original: 'learnSecrets(accessKeyId, accessKeySecret, securityToken ?? "");',
    mutated: "learnSecrets();",
    tests: ["test/lookups/credentialsUri.test.ts", "test/lookups/assumeRole.test.ts"],
  },
];
