import type { z } from "zod";
import type { InputError } from "../../../core/errors/InputError.ts";
import { loadZod } from "../../../core/loadZod.ts";
import { once } from "../../../core/once.ts";
import type { CredentialSource } from "../CredentialSource.ts";
import type { SourceChoiceContext } from "../SourceChoiceContext.ts";

/** A profile as the aliyun CLI writes it, as far as it says where a key comes from. */
export const profileSchema = once(() => {
  const z = loadZod();
  const text = z.string().nullish();

  return z.object({
    mode: z.string(),
    access_key_id: text,
    access_key_secret: text,
    sts_token: text,
    sts_expiration: z.number().nullish(),
    sts_region: text,
    enable_vpc: z.boolean().nullish(),
    ram_role_name: text,
    ram_role_arn: text,
    ram_session_name: text,
    external_id: text,
    policy: text,
    expired_seconds: z.number().nullish(),
    source_profile: text,
    oidc_provider_arn: text,
    oidc_token_file: text,
    credentials_uri: text,
  });
});

export type Profile = z.output<ReturnType<typeof profileSchema>>;

/** One profile of a file, and what its readers need to follow `source_profile` and to report errors. */
export interface ProfileEntry {
  readonly profile: Profile;
  readonly name: string;
  readonly context: SourceChoiceContext;
  /** `profile ci in /home/me/.aliyun/config.json` */
  readonly origin: string;
  readonly refuse: (reason: string) => InputError;
  /** The source of another profile of the same file. */
  readonly follow: (name: string) => CredentialSource;
}
