const settings = /^(PULUMI|ALICLOUD|ALIBABA_CLOUD|ALIBABACLOUD)_/;

/** An environment without Pulumi settings and Alibaba Cloud credentials of the person who runs it. */
export function withoutUserSettings(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !settings.test(entry[0]),
  );
  // HOME holds the user's aliyun CLI profiles, which the provider would read.
  return { ...Object.fromEntries(kept), ALIBABA_CLOUD_CLI_PROFILE_DISABLED: "true" };
}
