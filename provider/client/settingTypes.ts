import * as argument from "../core/argument.ts";
import { strictNamedObject } from "../core/objectInputType.ts";

// biome-ignore-all format: a member is one line, whatever its length

export const keySetting = argument.trimmedText(argument.pattern(/^\S+$/, "must not be empty or hold white space"));

export const endpointsSetting = strictNamedObject(
  {
    rds: argument.text().optional().describe("The endpoint of ApsaraDB RDS."),
    dbs: argument.text().optional().describe("The endpoint of Database Backup (DBS)."),
    sts: argument
      .text()
      .optional()
      .describe(
        "The endpoint of STS, where RAM roles are assumed. Default: that of the provider's region, else `https://sts.aliyuncs.com`.",
      ),
  },
  { module: "index", name: "Endpoints" },
);

const role = argument.text(
  argument.pattern(
    /^acs:ram::\d+:role\/\S+$/,
    "expected the ARN of a RAM role, such as acs:ram::123456789012:role/backup-reader",
  ),
);
const sessionName = argument.text(argument.pattern(/^[\w.@-]{2,64}$/, "expected 2 to 64 letters, digits and . @ - _"));
const policy = argument
  .text(argument.notEmpty, argument.atMost(2048))
  .optional()
  .describe("A policy, as JSON text, that takes rights away from the role for this session.");
const sessionExpiration = argument
  .count(900, 43_200)
  .optional()
  .describe("Seconds that a key of the role is valid; it is renewed before it ends. Default: 3600.");

export const assumeRoleSetting = strictNamedObject(
  {
    roleArn: role
      .optional()
      .describe(
        "The ARN of the RAM role to assume. Can also be set by ALICLOUD_ASSUME_ROLE_ARN or ALIBABA_CLOUD_ROLE_ARN.",
      ),
    sessionName: sessionName
      .optional()
      .describe(
        "The session's name in the logs of Alibaba Cloud. Can also be set by ALICLOUD_ASSUME_ROLE_SESSION_NAME or ALIBABA_CLOUD_ROLE_SESSION_NAME. Default: `pulumi-alicloud-backups`.",
      ),
    policy,
    sessionExpiration,
    externalId: argument.singleLineText
      .optional()
      .describe("What the role's trust policy asks for as `sts:ExternalId`."),
  },
  { module: "index", name: "AssumeRole" },
);

export const assumeRoleWithOidcSetting = strictNamedObject(
  {
    oidcProviderArn: argument
      .text(
        argument.pattern(
          /^acs:ram::\d+:oidc-provider\/\S+$/,
          "expected the ARN of an OIDC provider, such as acs:ram::123456789012:oidc-provider/github",
        ),
      )
      .optional()
      .describe("The ARN of the identity provider in RAM. Can also be set by ALIBABA_CLOUD_OIDC_PROVIDER_ARN."),
    oidcToken: keySetting
      .optional()
      .secret()
      .describe("The provider's token. Give this or `oidcTokenFile`. Can also be set by ALIBABA_CLOUD_OIDC_TOKEN."),
    oidcTokenFile: argument.singleLineText
      .optional()
      .describe(
        "The file that holds the provider's token; read anew for every key. Can also be set by ALIBABA_CLOUD_OIDC_TOKEN_FILE.",
      ),
    roleArn: role.optional().describe("The ARN of the RAM role to assume. Can also be set by ALIBABA_CLOUD_ROLE_ARN."),
    roleSessionName: sessionName
      .optional()
      .describe("The session's name in the logs of Alibaba Cloud. Default: `pulumi-alicloud-backups`."),
    policy,
    sessionExpiration,
  },
  { module: "index", name: "AssumeRoleWithOidc" },
);
