import { z } from "zod";
import * as argument from "../core/argument.ts";
import { nameType } from "../core/namedTypes.ts";

// biome-ignore-all format: a member is one line, whatever its length

export const keyText = z.string().trim().regex(/^\S+$/, { error: "must not be empty or hold white space" });

export const endpointsSetting = nameType(
  z.strictObject({
    rds: z.string().optional().describe("The endpoint of ApsaraDB RDS."),
    dbs: z.string().optional().describe("The endpoint of Database Backup (DBS)."),
    sts: z
      .string()
      .optional()
      .describe(
        "The endpoint of STS, where RAM roles are assumed. Default: that of the provider's region, else `https://sts.aliyuncs.com`.",
      ),
  }),
  "index",
  "Endpoints",
);

const role = z.string().regex(/^acs:ram::\d+:role\/\S+$/, {
  error: "expected the ARN of a RAM role, such as acs:ram::123456789012:role/backup-reader",
});
const sessionName = z.string().regex(/^[\w.@-]{2,64}$/, { error: "expected 2 to 64 letters, digits and . @ - _" });
const policy = z
  .string()
  .min(1)
  .max(2048, { error: "at most 2048 characters" })
  .optional()
  .describe("A policy, as JSON text, that takes rights away from the role for this session.");
const sessionExpiration = argument
  .count(900, 43_200)
  .optional()
  .describe("Seconds that a key of the role is valid; it is renewed before it ends. Default: 3600.");

export const assumeRoleSetting = nameType(
  z.strictObject({
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
    externalId: argument.name.optional().describe("What the role's trust policy asks for as `sts:ExternalId`."),
  }),
  "index",
  "AssumeRole",
);

export const assumeRoleWithOidcSetting = nameType(
  z.strictObject({
    oidcProviderArn: z
      .string()
      .regex(/^acs:ram::\d+:oidc-provider\/\S+$/, {
        error: "expected the ARN of an OIDC provider, such as acs:ram::123456789012:oidc-provider/github",
      })
      .optional()
      .describe("The ARN of the identity provider in RAM. Can also be set by ALIBABA_CLOUD_OIDC_PROVIDER_ARN."),
    oidcToken: keyText
      .optional()
      .meta({ secret: true })
      .describe("The provider's token. Give this or `oidcTokenFile`. Can also be set by ALIBABA_CLOUD_OIDC_TOKEN."),
    oidcTokenFile: argument.name
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
  }),
  "index",
  "AssumeRoleWithOidc",
);
