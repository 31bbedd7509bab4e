const settings = /^(PULUMI|ALICLOUD|ALIBABA_CLOUD|ALIBABACLOUD)_/;

/** An environment without Pulumi settings and Alibaba Cloud credentials of the person who runs it. */
export function withoutUserSettings(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !settings.test(entry[0]),
  );
  return Object.fromEntries(kept);
}
