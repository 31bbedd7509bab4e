const settings = /^(PULUMI|ALICLOUD|ALIBABA_CLOUD|ALIBABACLOUD)_/;

/** An environment without Pulumi settings and Alibaba Cloud credentials of the person who runs it. */
export function withoutUserSettings(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !settings.test(entry[0]),
  );
  // The current profile of this person's aliyun CLI would be found in HOME.
  return { ...Object.fromEntries(kept), ALIBABA_CLOUD_CLI_PROFILE_DISABLED: "true" };
}
