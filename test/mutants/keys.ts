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
    original: "if (theirs === undefined || theirs === own) return source;",
    mutated: "if (theirs !== undefined) return source;",
    tests: keyTests,
  },
  {
    name: "the environment's key comes before the configured one",
    file: "provider/client/credentials/findCredentialSource.ts",
    original: "keyFromSettings(context) ??\n    keyFromEnvironment(context) ??",
    mutated: "keyFromEnvironment(context) ??\n    keyFromSettings(context) ??",
    tests: keyTests,
  },
  {
    name: "a role that is to be assumed is not",
    file: "provider/client/credentials/findCredentialSource.ts",
    original: "return withSettingsOrProfileRole(context, base, profile);",
    mutated:
      "return context.settings.assumeRole === undefined ? withSettingsOrProfileRole(context, base, profile) : base;",
    tests: [...keyTests, "test/lookups/assumeRole.test.ts"],
  },
  {
    name: "of two configured sources the first is taken",
    file: "provider/client/credentials/checkCredentialSettings.ts",
    original: "if (first !== undefined && second !== undefined) {",
    mutated: "if (first === undefined && second !== undefined) {",
    tests: keyTests,
  },
  {
    name: "a helper's key comes after an ECS role",
    file: "provider/client/credentials/findCredentialSource.ts",
    original: "uriFromEnvironment(context) ??\n    ecsFromSettings(context) ??\n    ecsFromEnvironment(context) ??",
    mutated: "ecsFromSettings(context) ??\n    ecsFromEnvironment(context) ??\n    uriFromEnvironment(context) ??",
    tests: ["test/identity/identity.test.ts"],
  },
  {
    name: "the role of a profile is not assumed with a key from elsewhere",
    file: "provider/client/credentials/withSettingsOrProfileRole.ts",
    original: "mode?.role && entry ?",
    mutated: "mode?.role && entry && base.origin === entry.origin ?",
    tests: ["test/identity/identity.test.ts"],
  },
  {
    name: "the CLI's current profile comes before an ECS role",
    file: "provider/client/credentials/findCredentialSource.ts",
    original: 'baseSourceFromNamedProfile(profile(), "key") ??',
    mutated: 'baseSourceFromNamedProfile(profile(), "key") ??\n    sourceFromCurrentProfile(context) ??',
    tests: ["test/identity/identity.test.ts"],
  },
  {
    name: "a helper's answer need not say that it succeeded",
    file: "provider/client/credentials/fetchFromUri.ts",
    original: 'Code: z.literal("Success"),',
    mutated: "Code: z.string().optional(),",
    tests: ["test/lookups/credentialsUri.test.ts"],
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
    file: "provider/client/credentials/validUriSource.ts",
    original: "if (!isSafeUrl(url)) {",
    mutated: "if (!isSafeUrl(url) && url.port !== url.port) {",
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
