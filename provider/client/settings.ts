import * as argument from "../core/argument.ts";
import { object, type ValuesOf } from "../core/objectInputType.ts";
import { assumeRoleSetting, assumeRoleWithOidcSetting, endpointsSetting, keySetting } from "./settingTypes.ts";

/** The provider's configuration: the names are those of pulumi-alicloud. */
// biome-ignore format: a setting is one line, whatever its length
export const settingsSchema = object({
  region: argument.singleLineText.optional().describe("The Alibaba Cloud region, such as `cn-hangzhou`. Can also be set by ALICLOUD_REGION, ALIBABA_CLOUD_REGION, or the `region_id` of the named profile. `alicloud:region` does not reach this package."),
  accessKey: keySetting.optional().secret().describe("The AccessKey ID. Can also be set by ALICLOUD_ACCESS_KEY, ALIBABA_CLOUD_ACCESS_KEY_ID or ALIBABACLOUD_ACCESS_KEY_ID."),
  secretKey: keySetting.optional().secret().describe("The AccessKey secret. Can also be set by ALICLOUD_SECRET_KEY, ALIBABA_CLOUD_ACCESS_KEY_SECRET or ALIBABACLOUD_ACCESS_KEY_SECRET."),
  securityToken: keySetting.optional().secret().describe("The STS token that belongs to a temporary key. Can also be set by ALICLOUD_SECURITY_TOKEN, ALIBABA_CLOUD_SECURITY_TOKEN or ALIBABACLOUD_SECURITY_TOKEN."),
  profile: argument.singleLineText.optional().describe("A profile of the aliyun CLI that the key comes from. Can also be set by ALICLOUD_PROFILE or ALIBABA_CLOUD_PROFILE."),
  sharedCredentialsFile: argument.singleLineText.optional().describe("The file with the profiles. Default: `~/.aliyun/config.json`. Can also be set by ALICLOUD_SHARED_CREDENTIALS_FILE or ALIBABA_CLOUD_CREDENTIALS_FILE."),
  ecsRoleName: argument.text(argument.pattern(/^[\w.@-]{1,64}$/, "expected the name of a RAM role")).optional().describe("The RAM role of the ECS instance that this runs on. Can also be set by ALICLOUD_ECS_ROLE_NAME or ALIBABA_CLOUD_ECS_METADATA."),
  credentialsUri: argument.singleLineText.optional().secret().describe("A URI that answers with a key: `https://`, or `http://` on this machine. Can also be set by ALICLOUD_CREDENTIALS_URI or ALIBABA_CLOUD_CREDENTIALS_URI."),
  assumeRole: assumeRoleSetting.optional().describe("A RAM role to assume with the key that was found, wherever it came from."),
  assumeRoleWithOidc: assumeRoleWithOidcSetting.optional().secret().describe("A RAM role to assume with the token of an identity provider. Its members can also be set in the environment, and ALIBABA_CLOUD_ROLE_ARN, ALIBABA_CLOUD_OIDC_PROVIDER_ARN and ALIBABA_CLOUD_OIDC_TOKEN_FILE together are used when there is no other key."),
  endpoints: endpointsSetting.optional().describe("Endpoints to use instead of the region's own: `https://`, or `http://` on this machine. `{region}` in one of RDS or DBS stands for the region of the call. Those of other products, which pulumi-alicloud has, are accepted and not used."),
  endpointType: argument.choice(["public", "vpc"]).optional().describe("Which of a region's own endpoints are used: those on the internet, or those in its VPC. Default: `public`."),
  caFile: argument.singleLineText.optional().describe("A file with the certificates of authorities to trust besides Node's own, in PEM form: for a proxy that opens TLS connections, or an endpoint with a certificate of your own. NODE_EXTRA_CA_CERTS is used, too."),
  skipRegionValidation: argument.bool.optional().describe("Accept a region that this version does not know. Can also be set by ALICLOUD_SKIP_REGION_VALIDATION. Default: `false`."),
  clientReadTimeout: argument.count(1, 600_000).optional().describe("The longest silence before and in a reply, in milliseconds. Default: 20000."),
  clientConnectTimeout: argument.count(1, 600_000).optional().describe("Milliseconds to wait for a connection. Default: 5000."),
  maxRetryTimeout: argument.count(0, 3600).optional().describe("Seconds for which a lookup goes on while its requests fail; being throttled does not count. The whole lookup may take five times as long. `0`: nothing is tried twice. Default: 60."),
});

/** The settings that are secrets. */
export const secretSettingNames: ReadonlySet<string> = new Set(
  Object.entries(settingsSchema.shape).flatMap(([name, { isSecret }]) => (isSecret ? [name] : [])),
);

export type Settings = ValuesOf<typeof settingsSchema>;

/** The first variable that is set: pulumi-alicloud's own name, then the families of the official SDKs. */
export function firstVariableValue(env: Readonly<Record<string, string | undefined>>, names: readonly string[]) {
  return names.map((name) => env[name]).find((value) => value !== undefined && value !== "");
}
